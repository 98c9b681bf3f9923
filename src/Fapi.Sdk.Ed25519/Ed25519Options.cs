using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;

namespace Fapi.Sdk.Ed25519;

/// <summary>Lets a private key file be an Ed25519 key.</summary>
public static class Ed25519Options
{
    /// <summary>Reads <see cref="FapiClientOptions.PrivateKeyFile"/> as the kind of key that it holds: Ed25519 or RSA.</summary>
    /// <param name="options">The options of a client.</param>
    /// <returns>The same options.</returns>
    public static FapiClientOptions UseEd25519(this FapiClientOptions options)
    {
        options.PrivateKeyReader = Read;
        return options;
    }

    private static IRequestSigner Read(string pem, string? passphrase) =>
        PrivateKeys.TryReadEd25519(pem, passphrase, out var key) ? new Ed25519Signer(key) : RsaSigner.FromPem(pem, passphrase);
}
