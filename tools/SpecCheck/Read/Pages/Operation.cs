namespace Fapi.SpecCheck.Read.Pages;

/// <summary>An HTTP method and path, as pages write them.</summary>
/// <param name="Host">Server in front of the path; empty where there is none.</param>
internal sealed partial record Operation(string Method, string Path, string Host)
{
    public override string ToString() => $"{Method} {Path}";

    /// <summary>Every operation that a text names, in order.</summary>
    public static IEnumerable<Operation> In(string text) => Written().Matches(text).Select(match => new Operation(
        match.Groups["method"].Value.ToUpperInvariant(),
        match.Groups["path"].Value.TrimEnd('.', ':'),
        match.Groups["host"].Value));

    /// <summary>The operation that a text consists of, and nothing else.</summary>
    public static Operation? AllOf(string text) =>
        Written().Match(text) is { Success: true } match
            && text.Replace(match.Value, "", StringComparison.Ordinal).Trim(' ', '`').Length == 0
            ? In(text).First()
            : null;

    // The server in front and the query behind are not part of the path.
    [GeneratedRegex(
        @"\b(?<method>GET|POST|PUT|DELETE|PATCH)\b[\s`*:：]*(?<host>https?://[\w.-]+)?(?<path>/[A-Za-z][\w\-./{}:]*)",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Written();
}
