using Microsoft.Extensions.Options;

namespace Fapi.Sdk.Options;

/// <summary>Checks options before anything is sent; names the setting and the bad value, never a key.</summary>
internal sealed class FapiClientOptionsValidator : IValidateOptions<FapiClientOptions>
{
    public ValidateOptionsResult Validate(string? name, FapiClientOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    internal static void ThrowIfInvalid(FapiClientOptions options)
    {
        var failures = Failures(options).ToList();
        if (failures.Count > 0)
        {
            throw new OptionsValidationException("", typeof(FapiClientOptions), failures);
        }
    }

    private static IEnumerable<string> Failures(FapiClientOptions options) =>
        BaseAddress(options.BaseAddress).Concat(Key(options)).Concat(RecvWindow(options)).Concat(SafeguardRules.Failures(options));

    private static IEnumerable<string> BaseAddress(Uri? address)
    {
        if (address is null)
        {
            yield return $"BaseAddress is not set; give the address of the exchange, such as {FapiEnvironments.Testnet} or {FapiEnvironments.Live}.";
        }
        else if (!address.IsAbsoluteUri || (address.Scheme != "https" && address.Scheme != "http"))
        {
            yield return $"BaseAddress is '{Shown(address)}'; it has to be an https address, such as {FapiEnvironments.Testnet}.";
        }
        else if (address.Scheme == "http" && !address.IsLoopback)
        {
            yield return $"BaseAddress is '{Shown(address)}'; plain http is allowed to loopback only. Use https.";
        }
        else if (address.UserInfo.Length > 0 || address.PathAndQuery != "/" || address.Fragment.Length > 0)
        {
            yield return $"BaseAddress is '{Shown(address)}'; it has to be scheme, host and port only.";
        }
    }

    private static IEnumerable<string> Key(FapiClientOptions options)
    {
        var sources = new[] { options.ApiSecret is not null, options.PrivateKeyFile is not null, options.Signer is not null, options.CredentialsProvider is not null }.Count(given => given);
        if (sources > 1)
        {
            yield return "More than one of ApiSecret, PrivateKeyFile, Signer and CredentialsProvider is set; keep the one that belongs to the API key.";
        }

        if (sources > 0 && options.CredentialsProvider is null && string.IsNullOrWhiteSpace(options.ApiKey?.Reveal()))
        {
            yield return "ApiKey is not set although a secret is; set the API key that the secret belongs to.";
        }

        if (options.ApiKey?.Reveal().Any(c => c is <= ' ' or > '~') == true)
        {
            yield return "ApiKey holds a blank or a character that a header cannot carry; check it for a line break or a quote that was copied along.";
        }

        if (options.ApiSecret is not null && string.IsNullOrWhiteSpace(options.ApiSecret.Reveal()))
        {
            yield return "ApiSecret is empty; set the secret of the API key, or leave it out.";
        }

        if (options.PrivateKeyFile is { } file && !File.Exists(file))
        {
            yield return IsKey(file)
                ? "PrivateKeyFile holds the private key itself; it has to be the path of the file that holds it."
                : $"PrivateKeyFile is '{file}', which does not exist or cannot be read.";
        }
    }

    // PEM, or the base64 that every private key in it begins with.
    private static bool IsKey(string text) =>
        text.Contains("-----") || text.StartsWith("MII", StringComparison.Ordinal) || text.StartsWith("MC4CAQ", StringComparison.Ordinal);

    private static IEnumerable<string> RecvWindow(FapiClientOptions options)
    {
        if (options.RecvWindow is < FapiOperations.MinimumRecvWindow or > FapiOperations.MaximumRecvWindow)
        {
            yield return $"RecvWindow is {options.RecvWindow}; the exchange allows {FapiOperations.MinimumRecvWindow} to {FapiOperations.MaximumRecvWindow} milliseconds.";
        }
    }

    // Without user info, which may be a password.
    private static string Shown(Uri address) =>
        address.IsAbsoluteUri ? address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped) : address.OriginalString;
}
