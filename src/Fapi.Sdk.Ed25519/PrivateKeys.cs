using System.Diagnostics.CodeAnalysis;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;

namespace Fapi.Sdk.Ed25519;

/// <summary>Finds the kind of a PEM key by reading it.</summary>
internal static class PrivateKeys
{
    /// <returns>False when the text is another kind of key, or none.</returns>
    /// <exception cref="FormatException">An encrypted key could not be opened.</exception>
    internal static bool TryReadEd25519(string pem, string? passphrase, [NotNullWhen(true)] out Ed25519PrivateKeyParameters? key)
    {
        key = null;
        try
        {
            using var text = new StringReader(pem);
            using var reader = new PemReader(text, new Passphrase(passphrase));
            key = reader.ReadObject() as Ed25519PrivateKeyParameters;
        }
        catch (PasswordException)
        {
            throw new FormatException("The private key is encrypted, and no passphrase was given.");
        }
        catch (InvalidCipherTextException)
        {
            // Not kept as inner exception: a parser's message may quote what it read.
            throw new FormatException("The encrypted private key could not be opened: the passphrase is wrong.");
        }
        catch (Exception e) when (e is PemException or IOException or ArgumentException or InvalidOperationException)
        {
        }

        return key is not null;
    }

    private sealed class Passphrase(string? text) : IPasswordFinder
    {
        public char[] GetPassword() => string.IsNullOrEmpty(text) ? throw new PasswordException("No passphrase.") : text!.ToCharArray();
    }
}
