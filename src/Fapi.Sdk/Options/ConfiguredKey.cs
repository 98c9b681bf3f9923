using System.Security.Cryptography;
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Signing;
using Fapi.Sdk.Telemetry;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Options;

/// <summary>Reads the key that options hold, and warns when others may read its file too.</summary>
internal static class ConfiguredKey
{
    private static readonly byte[] Salt = new HMACSHA256().Key;

    /// <returns>Null when the options hold no API key.</returns>
    internal static FapiCredentials? Read(FapiClientOptions options, ILogger logger) => options.ApiKey is { } apiKey
        ? new FapiCredentials(apiKey, ReadSigner(options, logger), leaveOpen: options.Signer is not null)
        : null;

    /// <summary>Creates a hash with a salt of this process: of no use to anybody who finds it in a dump.</summary>
    internal static byte[] Hash(params Secret?[] parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Salt);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part is null ? "" : $"\u0001{part.Reveal()}");
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
            Array.Clear(bytes, 0, bytes.Length);
        }

        return hash.GetHashAndReset();
    }

    private static IRequestSigner? ReadSigner(FapiClientOptions options, ILogger logger) =>
        options.Signer
        ?? (options.ApiSecret is { } secret ? new HmacSha256Signer(secret.Reveal())
            : options.PrivateKeyFile is { } file ? ReadFile(options, file, logger)
            : null);

    private static IRequestSigner ReadFile(FapiClientOptions options, string file, ILogger logger)
    {
        if (IsOpenToOthers(file))
        {
            Log.KeyFileIsOpenToOthers(logger, file);
        }

        try
        {
            return options.PrivateKeyReader(File.ReadAllText(file), options.PrivateKeyPassphrase?.Reveal());
        }
        catch (FormatException e)
        {
            var passphrase = e.Message.Contains("passphrase") ? " Set PrivateKeyPassphrase." : "";
            var message = EnvironmentOptions.Name(options, $"PrivateKeyFile: {e.Message}{passphrase}");
            throw new FormatException(FapiClientOptionsValidator.OfAccount(options.Account, message));
        }
    }

#if NET
    private static bool IsOpenToOthers(string path)
    {
        const UnixFileMode others =
            UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & others) != 0;
    }
#else
    // netstandard2.0 cannot ask.
    private static bool IsOpenToOthers(string path) => false;
#endif
}
