namespace Fapi.SpecCheck.Read.Pages;

/// <summary>An HTTP method and path, as pages write them.</summary>
internal sealed partial record Operation(string Method, string Path)
{
    public override string ToString() => $"{Method} {Path}";

    /// <summary>Every different operation that a text names, in order.</summary>
    public static IReadOnlyList<Operation> In(string text) =>
        [.. Written().Matches(text)
            .Select(m =>
            new Operation(m.Groups["method"].Value.ToUpperInvariant(), m.Groups["path"].Value.TrimEnd('.', ':')))
            .Distinct()];

    /// <summary>Servers in front of the path of one operation.</summary>
    public static IEnumerable<string> HostsIn(string text, string path) =>
        Written().Matches(text).Where(m => m.Groups["path"].Value.TrimEnd('.', ':') == path)
            .Select(m => m.Groups["host"].Value).Where(host => host.Length > 0);

    /// <summary>The operation that a text consists of, and nothing else.</summary>
    public static Operation? AllOf(string text) =>
        Written().Match(text) is { Success: true } match
            && text.Replace(match.Value, "", StringComparison.Ordinal).Trim(' ', '`').Length == 0
            ? In(text)[0]
            : null;

    // The server in front and the query behind are not part of the path.
    [GeneratedRegex(
        @"\b(?<method>GET|POST|PUT|DELETE|PATCH)\b[\s`*:：]*(?<host>https?://[\w.-]+)?(?<path>/[A-Za-z][\w\-./{}:]*)",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Written();
}
