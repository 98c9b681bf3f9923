using Fapi.Sdk.Signing;

namespace Fapi.Sdk.Options;

/// <summary>Checks the key and its secret, and quotes neither.</summary>
internal static class KeyRules
{
    // A shorter one may stand in a name by chance.
    private const int ShortestTraced = 16;

    internal static string?[] Failures(FapiClientOptions options)
    {
        (string Name, object? Value)[] possible =
        [
            ("ApiSecret", options.ApiSecret), ("PrivateKeyFile", options.PrivateKeyFile), ("Signer", options.Signer),
            ("CredentialsProvider", options.CredentialsProvider),
        ];
        var sources = possible.Where(source => source.Value is not null).Select(source => source.Name).ToList();
        return
        [
            sources.Count > 1
                ? $"{string.Join(" and ", sources)} are set; keep the one that belongs to the API key."
                : null,
            ApiKey(options.ApiKey?.Reveal(), isNeeded: sources.Count > 0 && options.CredentialsProvider is null),
            ApiSecret(options.ApiSecret?.Reveal()),
            options.PrivateKeyPassphrase?.Reveal().Any(c => char.IsControl(c) || c == '\uFEFF') == true
                ? "PrivateKeyPassphrase holds a line break, a byte order mark or another invisible character; take it "
                    + "away."
                : null,
            PrivateKeyFile(options.PrivateKeyFile),
            // Both stand in logs and metrics.
            options.Account is { } account && HoldsKey(options, account)
                ? "Account holds the key or its secret; give the account a name, which stands in logs and metrics."
                : null,
            options.TracedParameters.Any(parameter => HoldsKey(options, parameter))
                ? "TracedParameters holds the key or its secret; it takes names of parameters, such as symbol."
                : null,
        ];
    }

    /// <summary>True for a text that must not be shown.</summary>
    internal static bool HoldsKey(FapiClientOptions options, string text) =>
        new[] { options.ApiKey, options.ApiSecret, options.PrivateKeyPassphrase }
            .Select(secret => secret?.Reveal() ?? "")
            .Any(secret => secret.Length >= ShortestTraced && text.Contains(secret));

    private static string? ApiKey(string? key, bool isNeeded) =>
        string.IsNullOrWhiteSpace(key)
            ? isNeeded ? "ApiKey is not set although a secret is; set the API key that the secret belongs to." : null
            : SecretText.HeaderFault(key!) is { } fault ? $"ApiKey {fault}."
            : null;

    private static string? ApiSecret(string? secret) =>
        secret is null ? null
        : string.IsNullOrWhiteSpace(secret) ? "ApiSecret is empty; set the secret of the API key, or leave it out."
        : SecretText.Fault(secret) is not { } fault ? null
        : KeyText.Recognize(secret) is null ? $"ApiSecret {fault}."
        : $"ApiSecret {fault}. A private key goes into a file: give its path as PrivateKeyFile.";

    private static string? PrivateKeyFile(string? file) =>
        file is null || File.Exists(file) ? null
        : KeyText.Recognize(file) is not null
            ? "PrivateKeyFile holds the private key itself; it has to be the path of the file that holds it."
        : string.IsNullOrWhiteSpace(file)
            ? "PrivateKeyFile is empty; give the path of the file that holds the private key, or leave it out."
        : SecretText.IsQuote(file[0]) || file.Trim() != file
            ? "PrivateKeyFile has quotes or blanks around it; take them away. It has to be the path of the file that "
                + "holds the private key."
        : SafeText.IsPath(file) ? $"PrivateKeyFile is '{file}', which does not exist or cannot be read."
        : "PrivateKeyFile is no path of a file that exists (not shown, as it may be a key); give the path of the file "
            + "that holds the private key.";
}
