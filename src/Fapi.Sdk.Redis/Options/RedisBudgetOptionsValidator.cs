using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Fapi.Sdk.Redis;

/// <summary>Says what is wrong with the options, without quoting what may hold a password.</summary>
internal sealed class RedisBudgetOptionsValidator : IValidateOptions<RedisBudgetOptions>
{
    private const int LongestScope = 200;
    private const int MostProcesses = 10_000;
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(5);

    public ValidateOptionsResult Validate(string? name, RedisBudgetOptions options)
    {
        var errors = Errors(options);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    internal static void ThrowIfInvalid(RedisBudgetOptions options)
    {
        if (Errors(options) is { Count: > 0 } errors)
        {
            throw new OptionsValidationException("", typeof(RedisBudgetOptions), errors);
        }
    }

    private static List<string> Errors(RedisBudgetOptions options)
    {
        string?[] errors =
        [
            options.Connection is null ? ConfigurationError(options.Configuration) : null,
            options.Scope is { Length: > 0 and <= LongestScope } scope
                && scope.All(c => c is > ' ' and <= '~' and not ('{' or '}'))
                ? null
                : $"Scope is '{options.Scope}'; give it 1 to {LongestScope} visible ASCII characters without blanks "
                    + "and braces, alike in all processes behind the IP.",
            options.Processes is >= 1 and <= MostProcesses
                ? null
                : $"Processes is {options.Processes}; set it to the number of processes behind the IP, 1 to "
                    + $"{MostProcesses:N0}. Without Redis each keeps to its part of the limit.",
            options.Timeout >= ShortestTimeout && options.Timeout <= LongestTimeout
                ? null
                : $"Timeout is {options.Timeout}; allowed are {ShortestTimeout} to {LongestTimeout}.",
        ];
        return [.. errors.OfType<string>()];
    }

    private static string? ConfigurationError(string? configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration))
        {
            return "Configuration is empty; say where Redis is, as in \"localhost:6379\", or set Connection.";
        }

        try
        {
            return ConfigurationOptions.Parse(configuration!).EndPoints.Count > 0
                ? null
                : "Configuration names no server; begin it with one, as in \"localhost:6379\".";
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            return "Configuration cannot be read by StackExchange.Redis; it has the form "
                + "\"server:port,name=value,…\". It is not shown, as it may hold a password.";
        }
    }
}
