using System.Buffers;
using Fapi.Contract.Findings;
using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal static class TargetRules
{
    private const string WellEncoded = "% followed by two hex digits, in all UTF-8";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=%[]|");

    public static void Target(RequestFacts facts, FindingSink findings)
    {
        var target = facts.Request.Target;
        if (target.Length > RequestTarget.MaxLength)
        {
            findings.Add("target", $"at most {RequestTarget.MaxLength} characters", $"{target.Length}");
        }
        else if (!facts.Path.StartsWith('/'))
        {
            findings.Add("target", "a path that starts with /", Excerpt.Quote(facts.Path));
        }

        var illegal = target.AsSpan().IndexOfAnyExcept(Allowed);
        if (illegal >= 0)
        {
            findings.Add(
                "target",
                "percent-encoded characters outside of those of a URL",
                $"U+{(int)target[illegal]:X4} at position {illegal}");
        }
    }

    public static void PercentEncoding(RequestFacts facts, FindingSink findings)
    {
        foreach (var pair in facts.Pairs.Where(pair => pair.Name is null || pair.Value is null))
        {
            findings.Add(
                $"{pair.In} {Excerpt.Shorten(pair.Name ?? "?")}",
                WellEncoded,
                pair.Name is null ? "a malformed name" : "a malformed value");
        }

        if (facts.Match.Path is null && PercentText.Decode(facts.Path, plusIsSpace: false) is null)
        {
            findings.Add("path", WellEncoded, "a malformed path");
        }
    }

    public static void OperationUnknown(RequestFacts facts, FindingSink findings)
    {
        if (facts.Match.Path is null)
        {
            var hint = facts.Paths.Nearest(facts.Path) is { } nearest
                ? $"a path of the document, the nearest is {nearest}"
                : "a path, but the document has none";
            findings.Add("path", hint, Excerpt.Quote(facts.Path));
        }
    }

    public static void MethodUndocumented(RequestFacts facts, FindingSink findings)
    {
        if (facts.Match is { Path: { } path, Plan: null })
        {
            var methods = string.Join(" or ", path.Operations.Keys.Order(StringComparer.Ordinal));
            findings.Add("method", $"{methods} for {path.FullPath}", Excerpt.Quote(facts.Request.Method));
        }
    }
}
