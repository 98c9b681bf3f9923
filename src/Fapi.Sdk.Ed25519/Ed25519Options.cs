using Fapi.Sdk.Options;

namespace Fapi.Sdk.Ed25519;

/// <summary>Lets <see cref="FapiClientOptions.PrivateKeyFile"/> hold an Ed25519 key.</summary>
public static class Ed25519Options
{
    /// <summary>Reads <see cref="FapiClientOptions.PrivateKeyFile"/> as the kind of key that it holds: Ed25519 or
    /// RSA.</summary>
    /// <param name="options">The options of a client.</param>
    /// <returns>The same options.</returns>
    public static FapiClientOptions UseEd25519(this FapiClientOptions options)
    {
        options.PrivateKeyReader = PrivateKeys.Read;
        return options;
    }
}
