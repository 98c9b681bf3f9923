using Fapi.Sdk.Signing;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;

namespace Fapi.Sdk.Ed25519;

/// <summary>Reads a private key as the kind of key that it is.</summary>
internal static class PrivateKeys
{
    /// <returns>A signer with an Ed25519 or an RSA key.</returns>
    /// <exception cref="FormatException">The text holds neither, or could not be opened.</exception>
    internal static IRequestSigner Read(string pem, string? passphrase)
    {
        var text = KeyText.Parse(pem);
        return text.Kind == KeyKind.Rsa ? RsaSigner.FromPem(text.Pem) : Open(text, passphrase) switch
        {
            Ed25519PrivateKeyParameters key => new Ed25519Signer(key),
            RsaKeyParameters => RsaSigner.FromPem(text.Pem, passphrase),
            _ => throw new FormatException(
                "The encrypted private key is neither an Ed25519 nor an RSA key; the exchange takes one of these."),
        };
    }

    /// <exception cref="FormatException">The text holds another kind of key, or could not be opened.</exception>
    internal static Ed25519PrivateKeyParameters ReadEd25519(string pem, string? passphrase)
    {
        var text = KeyText.Parse(pem);
        return text.Kind == KeyKind.Rsa
            ? throw text.Refuse("Use RsaSigner for it, or UseEd25519() on the options, which takes both kinds.")
            : Open(text, passphrase) as Ed25519PrivateKeyParameters ?? throw new FormatException(
                "The encrypted private key is not an Ed25519 key. For an RSA key use RsaSigner.");
    }

    private static AsymmetricKeyParameter? Open(KeyText text, string? passphrase)
    {
        if (text.Kind is not (KeyKind.Ed25519 or KeyKind.Encrypted))
        {
            throw text.Refuse();
        }

        var isEncrypted = text.Kind == KeyKind.Encrypted;
        if (isEncrypted && string.IsNullOrEmpty(passphrase))
        {
            throw new FormatException("The private key is encrypted, and no passphrase was given.");
        }

        try
        {
            using var pem = new StringReader(text.Pem);
            using var reader = new PemReader(pem, new Passphrase(passphrase ?? ""));
            var read = reader.ReadObject();
            return read is AsymmetricCipherKeyPair pair ? pair.Private : read as AsymmetricKeyParameter;
        }
        catch (Exception e) when (e is CryptoException or IOException or ArgumentException or InvalidOperationException)
        {
            // Not kept as inner exception: a parser's message may quote what it read.
            throw new FormatException(isEncrypted
                ? "The encrypted private key could not be opened: the passphrase is wrong."
                : "The private key is an Ed25519 key that is damaged; copy it anew.");
        }
    }

    private sealed class Passphrase(string text) : IPasswordFinder
    {
        public char[] GetPassword() => text.ToCharArray();
    }
}
