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
        if (new FapiClientOptionsValidator().Validate("", options) is { Failed: true } result)
        {
            throw new OptionsValidationException("", typeof(FapiClientOptions), result.Failures);
        }
    }

    private static IEnumerable<string> Failures(FapiClientOptions options) =>
    [
        .. AddressRules.Failures(options.BaseAddress),
        .. KeyRules.Failures(options),
        .. RecvWindow(options),
        .. SafeguardRules.Failures(options),
        .. ParameterLimitRules.Failures(options),
    ];

    private static IEnumerable<string> RecvWindow(FapiClientOptions options)
    {
        if (options.RecvWindow is < FapiOperations.MinimumRecvWindow or > FapiOperations.MaximumRecvWindow)
        {
            yield return $"RecvWindow is {options.RecvWindow}; the exchange allows "
                + $"{FapiOperations.MinimumRecvWindow} to {FapiOperations.MaximumRecvWindow} milliseconds.";
        }
    }
}
