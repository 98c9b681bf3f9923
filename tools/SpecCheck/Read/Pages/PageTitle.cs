using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Finds the title of a page and the security type that it names in brackets.</summary>
internal static partial class PageTitle
{
    private static readonly string[] SecurityTypes =
        ["NONE", "TRADE", "USER_DATA", "USER_STREAM", "MARKET_DATA", "MARGIN"];

    /// <summary>The first heading that is not the name of a section.</summary>
    public static string? Find(PageHalf half) =>
        half.Blocks.OfType<Heading>().FirstOrDefault(h => SectionNames.KindOf(h.Text) == SectionKind.Other)?.Text
            ?? half.Title;

    /// <summary>The one security type of the title, which a page may repeat; two are a problem.</summary>
    public static string? SecurityOf(PageHalf half, List<string> problems)
    {
        if (Find(half) is not { } title)
        {
            return null;
        }

        string[] titles =
            [.. half.Blocks.OfType<Heading>().Select(h => h.Text).Where(text => NameOf(text) == NameOf(title))
            .DefaultIfEmpty(title)];
        string[][] named = [.. titles.Select(TypesIn)];
        string[] types = [.. named.SelectMany(type => type).Distinct()];
        if (types.Length > 1)
        {
            problems.Add($"The title names more than one security type: {string.Join(", ", types)}.");
        }
        else if (types.Length == 1 && named.Any(type => type.Length == 0))
        {
            problems.Add(
                "The page repeats its title with another text in the brackets, so its security type is uncertain.");
        }
        else
        {
            return types.FirstOrDefault();
        }

        return null;
    }

    /// <summary>Brackets may hold something else, such as <c>(IP)</c>.</summary>
    private static string[] TypesIn(string title) =>
        [.. Bracket().Matches(title).SelectMany(m => m.Groups["content"].Value.Split('/', ',', '，', '、')).Select(TypeOf)
            .OfType<string>().Distinct()];

    private static string NameOf(string title) => Bracket().Replace(title, "").Trim();

    private static string? TypeOf(string text)
    {
        var letters = Letters(text);
        return Array.Find(SecurityTypes, type => Letters(type) == letters);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter)).ToUpperInvariant();

    [GeneratedRegex(@"[(（\[【](?<content>[^()（）\[\]【】]{2,40})[)）\]】]", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Bracket();
}
