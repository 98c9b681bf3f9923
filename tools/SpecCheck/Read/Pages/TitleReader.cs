using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Finds the title of a page and the security type that it names in brackets.</summary>
internal static partial class TitleReader
{
    private static readonly string[] Types = Vocabulary.Words("words")["security"];

    /// <summary>The first heading that is not the name of a section.</summary>
    public static string? Find(Page page) =>
        page.Headings.FirstOrDefault(one => PageSections.KindOf(one.Text) == SectionKind.Other)?.Text ?? page.Title;

    /// <summary>The one security type of the title, which a page may repeat; two are a problem.</summary>
    public static string? SecurityOf(Page page, Problems problems)
    {
        var title = Find(page) ?? "";
        List<List<string>> named = [.. page.Headings.Select(one => one.Text)
            .Where(text => NameOf(text) == NameOf(title)).DefaultIfEmpty(title).Select(TypesIn)];
        List<string> types = [.. named.SelectMany(type => type).Distinct()];
        var isUncertain = types.Count == 1 && named.Exists(one => one.Count == 0);
        problems.AddIf(
            types.Count > 1, $"The title names more than one security type: {string.Join(", ", types)}.");
        problems.AddIf(isUncertain,
            "The page repeats its title with another text in the brackets, so its security type is uncertain.");
        return types.Count > 1 || isUncertain ? null : types.FirstOrDefault();
    }

    /// <summary>Brackets may hold something else, such as <c>(IP)</c>.</summary>
    private static List<string> TypesIn(string title) =>
    [
        .. Bracket().Matches(title).SelectMany(match => match.Groups["content"].Value.Split('/', ',', '，', '、'))
            .Select(text => Array.Find(Types, type => Letters(type) == Letters(text))).OfType<string>().Distinct(),
    ];

    private static string NameOf(string title) => Bracket().Replace(title, "").Trim();

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter)).ToUpperInvariant();

    [GeneratedRegex(@"[(（\[【](?<content>[^()（）\[\]【】]{2,40})[)）\]】]", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Bracket();
}
