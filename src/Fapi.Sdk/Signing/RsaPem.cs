using System.Security.Cryptography;
using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Signing;

/// <summary>Reads an RSA private key from PEM, with what the platform has.</summary>
internal static partial class RsaPem
{
    internal static RSA Read(string pem, string? passphrase)
    {
        Argument.NotNull(pem);
        var key = KeyText.Parse(pem);
        return key.Kind switch
        {
            KeyKind.Rsa => Import(key.Pem, null),
            KeyKind.Encrypted when string.IsNullOrEmpty(passphrase) =>
                throw new FormatException("The private key is encrypted, and no passphrase was given."),
            KeyKind.Encrypted => Import(key.Pem, passphrase),
            KeyKind.Ed25519 => throw key.Refuse(
                "Install the package Fapi.Sdk.Ed25519 and call UseEd25519() on the options, or give an RSA key."),
            _ => throw key.Refuse(),
        };
    }

    private static RSA Import(string pem, string? passphrase)
    {
        try
        {
            return ReadKey(pem, passphrase);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or FormatException)
        {
            // Not kept as inner exception: a parser's message may quote what it read.
            throw new FormatException(passphrase is null
                ? "The private key is an RSA key that is damaged; copy it anew."
                : "The encrypted private key could not be opened: the passphrase is wrong, or it is not an RSA key.");
        }
    }

#if NET
    private static RSA ReadKey(string pem, string? passphrase)
    {
        var rsa = RSA.Create();
        if (passphrase is null)
        {
            rsa.ImportFromPem(pem);
        }
        else
        {
            rsa.ImportFromEncryptedPem(pem, passphrase);
        }

        return rsa;
    }
#endif
}
