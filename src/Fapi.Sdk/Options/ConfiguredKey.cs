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
            : options.PrivateKeyFile is { } file ? ReadFile(options, file, logger)
            : null);

    private static IRequestSigner ReadFile(FapiClientOptions options, string file, ILogger logger)
    {
        try
        {
            return options.PrivateKeyReader(KeyFile.Read(file, logger), options.PrivateKeyPassphrase?.Reveal());
        }
        catch (FormatException e)
        {
            var passphrase = e.Message.Contains("passphrase") ? " Set PrivateKeyPassphrase." : "";
            var message = EnvironmentOptions.Name(options, $"PrivateKeyFile: {e.Message}{passphrase}");
            throw new FormatException(FapiClientOptionsValidator.OfAccount(options.Account, message));
        }
    }
}
