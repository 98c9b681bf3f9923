#if !NET
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Security;

namespace Fapi.Sdk.Signing;

/// <remarks>netstandard2.0 reads no PEM itself.</remarks>
internal static partial class RsaPem
{
    private static RSA ReadKey(string pem, string? passphrase)
    {
        using var text = new StringReader(pem);
        using var reader = new PemReader(text, new Passphrase(passphrase ?? ""));
        RsaPrivateCrtKeyParameters? key;
        try
        {
            var read = reader.ReadObject();
            key = (read is AsymmetricCipherKeyPair pair ? pair.Private : read) as RsaPrivateCrtKeyParameters;
        }
        catch (Exception e) when (e is InvalidCipherTextException or PemException or IOException)
        {
            throw new CryptographicException("The key could not be read.");
        }

        var rsa = RSA.Create();
        rsa.ImportParameters(
            DotNetUtilities.ToRSAParameters(key ?? throw new CryptographicException("Not an RSA key.")));
        return rsa;
    }

    private sealed class Passphrase(string text) : IPasswordFinder
    {
        public char[] GetPassword() => text.ToCharArray();
    }
}
#endif
