using System.Buffers;
using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal static class TargetRules
{
    private const string WellEncoded = "% followed by two hex digits, in all UTF-8";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=%[]|");

    public static IEnumerable<Found> Target(RequestFacts facts)
    {
        var target = facts.Request.Target;
        if (target.Length > RequestTarget.MaxLength)
        {
            yield return new("target", $"at most {RequestTarget.MaxLength} characters", $"{target.Length}");
        }
        else if (!facts.Path.StartsWith('/'))
        {
            yield return new("target", "a path that starts with /", Excerpt.Quote(facts.Path));
        }

        if (target.AsSpan().IndexOfAnyExcept(Allowed) is >= 0 and var illegal)
        {
            yield return new(
                "target",
                "percent-encoded characters outside of those of a URL",
                $"U+{(int)target[illegal]:X4} at position {illegal}");
        }
    }

    public static IEnumerable<Found> PercentEncoding(RequestFacts facts)
    {
        var malformed =
            from pair in facts.Pairs
            where pair.Name is null || pair.Value is null
            select new Found($"{pair}", WellEncoded, pair.Name is null ? "a malformed name" : "a malformed value");
        return facts.Match.Path is null && PercentText.Decode(facts.Path, plusIsSpace: false) is null
            ? malformed.Append(new("path", WellEncoded, "a malformed path"))
            : malformed;
    }

    public static IEnumerable<Found> OperationUnknown(RequestFacts facts) =>
        facts.Match.Path is null
            ?
            [
                new("path",
                    facts.Paths.Nearest(facts.Path) is { } nearest
                        ? $"a path of the document, the nearest is {nearest}"
                        : "a path, but the document has none",
                    Excerpt.Quote(facts.Path)),
            ]
            : [];

    public static IEnumerable<Found> MethodUndocumented(RequestFacts facts) =>
        facts.Match is { Path: { } path, Plan: null }
            ?
            [
                new("method",
                    $"{string.Join(" or ", path.Operations.Keys.Order(StringComparer.Ordinal))} for {path.FullPath}",
                    Excerpt.Quote(facts.Request.Method)),
            ]
            : [];
}
