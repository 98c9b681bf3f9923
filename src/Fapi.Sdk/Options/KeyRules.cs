using Fapi.Sdk.Signing;

namespace Fapi.Sdk.Options;

/// <summary>Checks the key and its secret, and quotes neither.</summary>
internal static class KeyRules
{
    // A shorter one may stand in a name by chance.
    private const int ShortestTraced = 16;

    internal static IEnumerable<string> Failures(FapiClientOptions options) =>
        Combination(options)
            .Concat(Texts(options))
            .Concat(options.PrivateKeyFile is { } file ? PrivateKeyFile(file) : [])
            .Concat(Names(options));

    private static IEnumerable<string> Combination(FapiClientOptions options)
    {
        (string Name, object? Value)[] possible =
        [
            ("ApiSecret", options.ApiSecret), ("PrivateKeyFile", options.PrivateKeyFile), ("Signer", options.Signer),
            ("CredentialsProvider", options.CredentialsProvider),
        ];
        var sources = possible.Where(source => source.Value is not null).Select(source => source.Name).ToList();
        if (sources.Count > 1)
        {
            yield return $"{string.Join(" and ", sources)} are set; keep the one that belongs to the API key.";
        }

        if (sources.Count > 0 && options.CredentialsProvider is null
            && string.IsNullOrWhiteSpace(options.ApiKey?.Reveal()))
        {
            yield return "ApiKey is not set although a secret is; set the API key that the secret belongs to.";
        }
    }

    private static IEnumerable<string> Texts(FapiClientOptions options)
    {
        if (options.ApiKey?.Reveal() is { } key && !string.IsNullOrWhiteSpace(key)
            && SecretText.HeaderFault(key) is { } keyFault)
        {
            yield return $"ApiKey {keyFault}.";
        }

        if (options.ApiSecret?.Reveal() is { } secret)
        {
            if (string.IsNullOrWhiteSpace(secret))
            {
                yield return "ApiSecret is empty; set the secret of the API key, or leave it out.";
            }
            else if (SecretText.Fault(secret) is { } fault)
            {
                var advice = KeyText.Recognize(secret) is null ? ""
                    : " A private key goes into a file: give its path as PrivateKeyFile.";
                yield return $"ApiSecret {fault}.{advice}";
            }
        }

        if (options.PrivateKeyPassphrase?.Reveal().Any(c => char.IsControl(c) || c == '\uFEFF') == true)
        {
            yield return "PrivateKeyPassphrase holds a line break, a byte order mark or another invisible "
                + "character; take it away.";
        }
    }

    private static IEnumerable<string> PrivateKeyFile(string file)
    {
        if (File.Exists(file))
        {
            yield break;
        }

        if (KeyText.Recognize(file) is not null)
        {
            yield return "PrivateKeyFile holds the private key itself; "
                + "it has to be the path of the file that holds it.";
        }
        else if (string.IsNullOrWhiteSpace(file))
        {
            yield return "PrivateKeyFile is empty; "
                + "give the path of the file that holds the private key, or leave it out.";
        }
        else if (SecretText.IsQuote(file[0]) || file.Trim() != file)
        {
            yield return "PrivateKeyFile has quotes or blanks around it; take them away. "
                + "It has to be the path of the file that holds the private key.";
        }
        else
        {
            yield return SafeText.IsPath(file)
                ? $"PrivateKeyFile is '{file}', which does not exist or cannot be read."
                : "PrivateKeyFile is no path of a file that exists (not shown, as it may be a key); "
                    + "give the path of the file that holds the private key.";
        }
    }

    /// <summary>True for a text that must not be shown.</summary>
    internal static bool HoldsKey(FapiClientOptions options, string text) =>
        new[] { options.ApiKey, options.ApiSecret, options.PrivateKeyPassphrase }
            .Select(secret => secret?.Reveal() ?? "")
            .Any(secret => secret.Length >= ShortestTraced && text.Contains(secret));

    // They stand in logs and metrics.
    private static IEnumerable<string> Names(FapiClientOptions options)
    {
        if (options.Account is { } account && HoldsKey(options, account))
        {
            yield return "Account holds the key or its secret; "
                + "give the account a name, which stands in logs and metrics.";
        }

        if (options.TracedParameters.Any(parameter => HoldsKey(options, parameter)))
        {
            yield return "TracedParameters holds the key or its secret; it takes names of parameters, such as symbol.";
        }
    }
}
