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
        var errors = Errors(options).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    internal static void ThrowIfInvalid(RedisBudgetOptions options)
    {
        if (Errors(options).ToList() is { Count: > 0 } errors)
        {
            throw new OptionsValidationException("", typeof(RedisBudgetOptions), errors);
        }
    }

    private static IEnumerable<string> Errors(RedisBudgetOptions options)
    {
        if (options.Connection is null && ConfigurationError(options.Configuration) is { } error)
        {
            yield return error;
        }

        if (options.Scope is not { Length: > 0 and <= LongestScope } scope
            || scope.Any(c => c is <= ' ' or > '~' or '{' or '}'))
        {
            yield return $"Scope is '{options.Scope}'; give it 1 to {LongestScope} visible ASCII characters without "
                + "blanks and braces, alike in all processes behind the IP.";
        }

        if (options.Processes is < 1 or > MostProcesses)
        {
            yield return $"Processes is {options.Processes}; set it to the number of processes behind the IP, 1 to "
                + $"{MostProcesses:N0}. Without Redis each keeps to its part of the limit.";
        }

        if (options.Timeout < ShortestTimeout || options.Timeout > LongestTimeout)
        {
            yield return $"Timeout is {options.Timeout}; allowed are {ShortestTimeout} to {LongestTimeout}.";
        }
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
