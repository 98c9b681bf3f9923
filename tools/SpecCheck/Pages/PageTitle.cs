using System.Text.RegularExpressions;

namespace Fapi.SpecCheck.Pages;

/// <summary>Finds the title of a page and the security type that it names in brackets.</summary>
internal static partial class PageTitle
{
    private static readonly string[] SecurityTypes = ["NONE", "TRADE", "USER_DATA", "USER_STREAM", "MARKET_DATA", "MARGIN"];

    /// <summary>The first heading that is not the name of a section.</summary>
    public static string? Of(PageHalf half) =>
        half.Blocks.OfType<Heading>().FirstOrDefault(h => SectionNames.KindOf(h.Text) == SectionKind.Other)?.Text ?? half.Title;

    /// <summary>Brackets may hold something else, such as <c>(IP)</c>; two different types are a problem.</summary>
    public static string? SecurityOf(string title, List<string> problems)
    {
        string[] named = [.. Bracket().Matches(title)
            .SelectMany(m => m.Groups["content"].Value.Split('/', ',', '，', '、'))
            .Select(TypeOf).OfType<string>().Distinct()];
        if (named.Length > 1)
            problems.Add($"The title names more than one security type: {string.Join(", ", named)}.");
        return named.Length == 1 ? named[0] : null;
    }

    private static string? TypeOf(string text)
    {
        string letters = Letters(text);
        return Array.Find(SecurityTypes, type => Letters(type) == letters);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter)).ToUpperInvariant();

    [GeneratedRegex(@"[(（\[【](?<content>[^()（）\[\]【】]{2,40})[)）\]】]", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Bracket();
}
