using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Fapi.Sdk.Options;

/// <summary>Reads options from variables of the environment, the only place that knows their names.</summary>
internal static class EnvironmentOptions
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        [nameof(FapiClientOptions.BaseAddress)] = "FAPI_BASE_URL",
        [nameof(FapiClientOptions.ApiKey)] = "FAPI_API_KEY",
        [nameof(FapiClientOptions.ApiSecret)] = "FAPI_API_SECRET",
        [nameof(FapiClientOptions.PrivateKeyFile)] = "FAPI_PRIVATE_KEY_FILE",
        [nameof(FapiClientOptions.PrivateKeyPassphrase)] = "FAPI_PRIVATE_KEY_PASSPHRASE",
    };

    // Is refused with words of its own.
    private static readonly Uri NoAddress = new("", UriKind.Relative);

    /// <exception cref="OptionsValidationException">The key is not set.</exception>
    internal static FapiClientOptions Read(Func<string, string?> variable)
    {
        string? Value(string option) => variable(Variables[option]) is { Length: > 0 } value ? value : null;
        var options = new FapiClientOptions
        {
            IsFromEnvironment = true,
            BaseAddress = Value(nameof(FapiClientOptions.BaseAddress)) is not { } address ? null
                : Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var uri) ? uri : NoAddress,
            ApiKey = Value(nameof(FapiClientOptions.ApiKey)),
            ApiSecret = Value(nameof(FapiClientOptions.ApiSecret)),
            PrivateKeyFile = Value(nameof(FapiClientOptions.PrivateKeyFile)),
            PrivateKeyPassphrase = Value(nameof(FapiClientOptions.PrivateKeyPassphrase)),
        };
        return options.ApiKey is not null && (options.ApiSecret is not null || options.PrivateKeyFile is not null)
            ? options
            : throw new OptionsValidationException("", typeof(FapiClientOptions), [NameVariables(
                "The key is not set: the environment needs ApiKey and ApiSecret or PrivateKeyFile.")]);
    }

    /// <summary>Replaces the names of options in a sentence by those of the variables that set them, where any
    /// do.</summary>
    internal static string Name(FapiClientOptions options, string sentence) =>
        options.IsFromEnvironment ? NameVariables(sentence) : sentence;

    private static string NameVariables(string sentence) => Regex.Replace(
        sentence, @"\b[A-Z]\w+\b", word => Variables.TryGetValue(word.Value, out var name) ? name : word.Value);
}
