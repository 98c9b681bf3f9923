using Microsoft.Extensions.Options;

namespace Fapi.Sdk.Options;

/// <summary>Checks options before anything is sent; names the account, the setting and the bad value, never a
/// key.</summary>
internal sealed class FapiClientOptionsValidator : IValidateOptions<FapiClientOptions>
{
    public ValidateOptionsResult Validate(string? name, FapiClientOptions options)
    {
        var failures = Failures(options).OfType<string>()
            .Select(failure => OfAccount(AccountOf(name, options), EnvironmentOptions.Name(options, failure)))
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    internal static void ThrowIfInvalid(FapiClientOptions options)
    {
        if (new FapiClientOptionsValidator().Validate("", options) is { Failed: true } result)
        {
            throw new OptionsValidationException("", typeof(FapiClientOptions), result.Failures);
        }
    }

    /// <param name="account">Name of the account; null or empty where there is one only.</param>
    /// <param name="failure">What is wrong with its options.</param>
    internal static string OfAccount(string? account, string failure) =>
        string.IsNullOrEmpty(account) ? failure : $"Account '{account}': {failure}";

    private static string? AccountOf(string? name, FapiClientOptions options)
    {
        var account = string.IsNullOrEmpty(name) ? options.Account : name;
        return account is not null && KeyRules.HoldsKey(options, account) ? null : account;
    }

    private static IEnumerable<string?> Failures(FapiClientOptions options) =>
    [
        AddressRules.Failure(options.BaseAddress),
        .. KeyRules.Failures(options),
        .. SafeguardRules.Failures(options),
        .. ParameterLimitRules.Failures(options),
    ];
}
