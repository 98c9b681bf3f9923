using Fapi.Sdk.Accounts;
using Fapi.Sdk.Signing;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Options;

/// <summary>Reads the key that options hold.</summary>
internal static class ConfiguredKey
{
    /// <returns>Null when the options hold no API key.</returns>
    internal static FapiCredentials? Read(FapiClientOptions options, ILogger logger) => options.ApiKey is { } apiKey
        ? new FapiCredentials(apiKey, ReadSigner(options, logger), leaveOpen: options.Signer is not null)
        : null;

    private static IRequestSigner? ReadSigner(FapiClientOptions options, ILogger logger) =>
        options.Signer
        ?? (options.ApiSecret is { } secret ? new HmacSha256Signer(secret.Reveal())
            : options.PrivateKeyFile is { } file ? options.PrivateKeyReader(KeyFile.Read(file, logger), options.PrivateKeyPassphrase?.Reveal())
            : null);
}
