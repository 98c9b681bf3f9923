using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Decides whether a page is the one that was asked for; nothing is believed of a page that is not.</summary>
internal static class Recognition
{
    /// <summary>The reason why the page is not the one that was asked for; null if it is.</summary>
    public static string? Refuse(PageContent content, PageDocument document, PageHalf half)
    {
        PageName[] names = [.. half.HeadingLinks, .. document.Names];
        if (names.Length == 0)
        {
            return "Nothing on the page says which page it is: no heading link, canonical link or front matter.";
        }

        var asked = content.AskedFor?.ToString() ?? document.Names.Concat(names).First().Address;
        var expected = PageAddress.IdentityOf(asked);
        if (names.FirstOrDefault(name => PageAddress.IdentityOf(name.Address) != expected) is not { } other)
        {
            return RefuseLanguage(content, half);
        }

        var isRedirected = content.AskedFor is not null && PageAddress.IdentityOf(content.Source) is { } final
            && final != expected;
        return isRedirected
            ? $"The page has moved: {asked} leads to {content.Source}."
            : $"This is the wrong page under the address {asked}: {other.Where} name {Shorten(other.Address)}.";
    }

    private static string? RefuseLanguage(PageContent content, PageHalf half)
    {
        var asked = PageAddress.LanguageOf(content.AskedFor);
        return asked is null || half.Language is null || asked == half.Language
            ? null
            : $"The page is in the wrong language: {content.AskedFor} is {asked}, what came is {half.Language}.";
    }

    private static string Shorten(string address) => address.Length > 200 ? address[..200] + "…" : address;
}
