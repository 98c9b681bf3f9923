using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Decides whether a page is the one that was asked for; nothing is believed of a page that is not.</summary>
internal static class Recognition
{
    /// <summary>The reason why the page is not the one that was asked for; null if it is.</summary>
    public static string? Refuse(PageContent content, Page page)
    {
        List<PageName> names = [.. page.HeadingLinks, .. page.Names];
        if (names.Count == 0)
        {
            var title = page.Title is null ? "" : $" It is titled \"{page.Title}\".";
            return "Nothing on the page says which page it is: no heading link, canonical link or front matter." + title;
        }

        var asked = content.AskedFor?.ToString() ?? page.Names.Concat(names).First().Address;
        var expected = PageAddress.IdentityOf(asked);
        if (names.Find(name => PageAddress.IdentityOf(name.Address) != expected) is { } other)
        {
            var address = other.Address.Length > 200 ? other.Address[..200] + "…" : other.Address;
            var final = content.AskedFor is null ? null : PageAddress.IdentityOf(content.Source);
            return final is not null && final != expected
                ? $"The page has moved: {asked} leads to {content.Source}."
                : $"This is the wrong page under the address {asked}: {other.Where} name {address}.";
        }

        var wanted = PageAddress.LanguageOf(content.AskedFor);
        return wanted is null || page.Language is null || wanted == page.Language
            ? null
            : $"The page is in the wrong language: {content.AskedFor} is {wanted}, what came is {page.Language}.";
    }

    /// <summary>The address that was asked for; else where the headings link, else the named source.</summary>
    public static string? AddressOf(PageContent content, Page page)
    {
        if (content.AskedFor is { } asked)
        {
            return asked.AbsoluteUri;
        }

        var named = page.Names.Select(name => Absolute(null, name.Address)).FirstOrDefault(uri => uri is not null);
        var own = page.HeadingLinks.Select(link => Absolute(named, link.Address))
            .FirstOrDefault(uri => uri is not null);
        return own?.GetLeftPart(UriPartial.Query)
            ?? (named is not null && PageAddress.LanguageOf(named) == page.Language ? named.AbsoluteUri : null);
    }

    private static Uri? Absolute(Uri? site, string address) =>
        (site is null ? Uri.TryCreate(address, UriKind.Absolute, out var uri) : Uri.TryCreate(site, address, out uri))
        && PageAddress.IsWeb(uri!) ? uri : null;
}
