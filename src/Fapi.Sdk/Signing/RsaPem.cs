using System.Security.Cryptography;
using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Signing;

/// <summary>Reads an RSA private key from PEM, with what the platform has.</summary>
internal static partial class RsaPem
{
    internal static RSA Read(string pem, string? passphrase)
    {
        Argument.NotNull(pem);
        if (!pem.Contains("PRIVATE KEY-----"))
        {
            throw new FormatException("The private key is not in PEM: it has to start with a line such as -----BEGIN PRIVATE KEY-----.");
        }

        if (pem.Contains("Proc-Type: 4,ENCRYPTED"))
        {
            throw new FormatException("The private key is encrypted in the old OpenSSL way, which is weak; convert it with 'openssl pkcs8 -topk8'.");
        }

        var isEncrypted = pem.Contains("BEGIN ENCRYPTED PRIVATE KEY");
        if (isEncrypted && string.IsNullOrEmpty(passphrase))
        {
            throw new FormatException("The private key is encrypted, and no passphrase was given.");
        }

        try
        {
            return isEncrypted ? ImportEncrypted(pem, passphrase!) : Import(pem);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or FormatException)
        {
            // Not kept as inner exception: a parser's message may quote what it read.
            throw new FormatException(isEncrypted
                ? "The encrypted private key could not be opened: the passphrase is wrong, or it is not an RSA key."
                : "The private key is not an RSA key in PEM, or it is damaged. For an Ed25519 key use the package Fapi.Sdk.Ed25519.");
        }
    }

#if NET
    private static RSA Import(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa;
    }

    private static RSA ImportEncrypted(string pem, string passphrase)
    {
        var rsa = RSA.Create();
        rsa.ImportFromEncryptedPem(pem, passphrase);
        return rsa;
    }
#endif
}
