using Fapi.Contract;

namespace Regeneration.Tests.Support;

/// <summary>The head of a request as a server received it.</summary>
internal static class WireRequest
{
    internal static RecordedRequest Parse(string head)
    {
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var start = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1]));
        return new RecordedRequest(start[0], start[1], [.. headers]);
    }

    /// <summary>The contract checks that both are there and where; their values differ each time.</summary>
    internal static string WithoutStamp(string target)
    {
        var (path, query) = target.Split('?', 2) is [var before, var after] ? (before, after) : (target, "");
        var kept = query.Split('&').Where(pair => !pair.StartsWith("timestamp=", StringComparison.Ordinal) && !pair.StartsWith("signature=", StringComparison.Ordinal));
        return string.Join('?', new[] { path, string.Join('&', kept) }.Where(part => part.Length > 0));
    }
}
