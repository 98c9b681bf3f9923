namespace Fapi.Leverage.Calls;

/// <summary>Ends a dry run where the request would have left the process.</summary>
internal sealed class DryRunException : Exception;
