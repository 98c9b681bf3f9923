namespace Fapi.Leverage;

/// <summary>How long the calls of a plan wait.</summary>
internal static class Patience
{
    /// <summary>Weight is waited for: the budget of the SDK gives it out minute by minute.</summary>
    internal static FapiCallOptions Options { get; } =
        new() { MaxWait = TimeSpan.FromMinutes(3), CallTimeout = TimeSpan.FromMinutes(4) };
}
