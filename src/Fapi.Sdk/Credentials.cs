using System.Diagnostics;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;

namespace Fapi.Sdk;

/// <summary>An API key and what signs with its secret.</summary>
[DebuggerDisplay("credentials")]
internal sealed class Credentials
{
    private Credentials(string apiKey, IRequestSigner? signer)
    {
        ApiKey = apiKey;
        Signer = signer;
    }

    internal string ApiKey { get; }

    internal IRequestSigner? Signer { get; }

    /// <returns>Null when the options hold no key, which is enough for operations without security.</returns>
    internal static Credentials? From(FapiClientOptions options) =>
        options.ApiKey is { } apiKey ? new Credentials(apiKey, SignerOf(options)) : null;

    private static IRequestSigner? SignerOf(FapiClientOptions options) =>
        options.Signer
        ?? (options.ApiSecret is { } secret ? new HmacSha256Signer(secret)
            : options.PrivateKeyFile is { } file ? options.PrivateKeyReader(File.ReadAllText(file), options.PrivateKeyPassphrase)
            : null);
}
