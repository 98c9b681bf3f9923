namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Names made from the title of a page or the name of a parameter.</summary>
internal static partial class Names
{
    /// <summary><c>changeMarginType</c> for "Change Margin Type".</summary>
    public static string Camel(string title)
    {
        var words = Words(title);
        return string.Concat(
            words.Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary>"Change margin type." for "Change Margin Type" and for <c>changeMarginType</c>.</summary>
    public static string Sentence(string name)
    {
        var text = string.Join(' ', Words(name));
        return text.Length == 0 ? "." : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    private static List<string> Words(string name) =>
        [.. Word().Matches(Brackets().Replace(name, "")).Select(match => match.Value.ToLowerInvariant())];

    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+|[0-9]+|[\p{Lo}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"[(（][^)）]*[)）]", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();
}
