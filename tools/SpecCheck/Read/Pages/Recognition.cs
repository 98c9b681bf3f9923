using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Decides whether a page is the one that was asked for; nothing is believed of a page that is not.</summary>
internal static class Recognition
{
    /// <exception cref="PageException">It is not, or nothing can be said from it.</exception>
    public static void Check(PageContent content, Page page)
    {
        List<PageName> names = [.. page.HeadingLinks, .. page.Names];
        var asked = content.AskedFor?.ToString() ?? page.Names.Concat(names).FirstOrDefault()?.Address ?? "";
        var expected = PageAddress.IdentityOf(asked);
        var final = content.AskedFor is null ? expected : PageAddress.IdentityOf(content.Source);
        var other = names.Find(name => PageAddress.IdentityOf(name.Address) != expected);
        var address = other?.Address.Length > 200 ? other.Address[..200] + "…" : other?.Address;
        var wanted = PageAddress.LanguageOf(content.AskedFor) ?? page.Language;
        var title = page.Title is null ? "" : $" It is titled \"{page.Title}\".";
        var problem = page.Problem ?? (names.Count == 0
            ? "Nothing on the page says which page it is: no heading link, canonical link or front matter." + title
            : other is not null && final is not null && final != expected
                ? $"The page has moved: {asked} leads to {content.Source}."
            : other is not null ? $"This is the wrong page under the address {asked}: {other.Where} name {address}."
            : page.Language is not null && wanted != page.Language
                ? $"The page is in the wrong language: {content.AskedFor} is {wanted}, what came is {page.Language}."
            : null);
        if (problem is not null)
        {
            throw new PageException(problem);
        }
    }

    /// <summary>The address that was asked for; else where the headings link, else the named source.</summary>
    public static string? AddressOf(PageContent content, Page page)
    {
        var named = page.Names.Select(name => Absolute(null, name.Address)).FirstOrDefault(uri => uri is not null);
        var own = page.HeadingLinks.Select(link => Absolute(named, link.Address))
            .FirstOrDefault(uri => uri is not null);
        return content.AskedFor?.AbsoluteUri ?? own?.GetLeftPart(UriPartial.Query)
            ?? (named is not null && PageAddress.LanguageOf(named) == page.Language ? named.AbsoluteUri : null);
    }

    private static Uri? Absolute(Uri? site, string address) =>
        (site is null ? Uri.TryCreate(address, UriKind.Absolute, out var uri) : Uri.TryCreate(site, address, out uri))
        && PageAddress.IsWeb(uri!) ? uri : null;
}
