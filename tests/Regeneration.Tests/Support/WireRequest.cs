namespace Regeneration.Tests.Support;

/// <summary>A request as the exchange received it.</summary>
internal static class WireRequest
{
    /// <summary>The contract checks that both are there and where; their values differ each time.</summary>
    internal static string WithoutStamp(string target)
    {
        var (path, query) = target.Split('?', 2) is [var before, var after] ? (before, after) : (target, "");
        var kept = query.Split('&')
            .Where(
                pair => !pair.StartsWith("timestamp=", StringComparison.Ordinal)
                    && !pair.StartsWith("signature=", StringComparison.Ordinal));
        return string.Join('?', new[] { path, string.Join('&', kept) }.Where(part => part.Length > 0));
    }
}
