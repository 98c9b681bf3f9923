using System.Diagnostics;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;

namespace Fapi.Sdk;

/// <summary>An API key and what signs with its secret.</summary>
[DebuggerDisplay("credentials")]
internal sealed class Credentials : IDisposable
{
    private readonly bool _ownsSigner;

    private Credentials(string apiKey, IRequestSigner? signer, bool ownsSigner)
    {
        ApiKey = apiKey;
        Signer = signer;
        _ownsSigner = ownsSigner;
    }

    internal string ApiKey { get; }

    internal IRequestSigner? Signer { get; }

    /// <returns>Null when the options hold no key, which is enough for operations without security.</returns>
    internal static Credentials? From(FapiClientOptions options) =>
        options.ApiKey is { } apiKey ? new Credentials(apiKey, SignerOf(options), options.Signer is null) : null;

    public void Dispose()
    {
        if (_ownsSigner)
        {
            (Signer as IDisposable)?.Dispose();
        }
    }

    private static IRequestSigner? SignerOf(FapiClientOptions options) =>
        options.Signer
        ?? (options.ApiSecret is { } secret ? new HmacSha256Signer(secret)
            : options.PrivateKeyFile is { } file ? options.PrivateKeyReader(File.ReadAllText(file), options.PrivateKeyPassphrase)
            : null);
}
