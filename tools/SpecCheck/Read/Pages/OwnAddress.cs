using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Tells the address of one language of a page, wherever a copy of it was read from.</summary>
internal static class OwnAddress
{
    /// <summary>
    /// The address that was asked for; else where the headings link, else what the file names as its source.
    /// </summary>
    public static string? Find(PageContent content, PageDocument document, PageHalf half)
    {
        if (content.AskedFor is { } asked)
        {
            return asked.AbsoluteUri;
        }

        var named = document.Names.Select(name => Absolute(null, name.Address)).FirstOrDefault(uri => uri is not null);
        if (half.HeadingLinks.Select(link => Absolute(named, link.Address))
            .FirstOrDefault(uri => uri is not null) is { } own)
        {
            return own.GetLeftPart(UriPartial.Query);
        }

        return named is not null && PageAddress.LanguageOf(named) == half.Language ? named.AbsoluteUri : null;
    }

    private static Uri? Absolute(Uri? site, string address) =>
        (site is null ? Uri.TryCreate(address, UriKind.Absolute, out var uri) : Uri.TryCreate(site, address, out uri))
        && uri!.Scheme is ("https" or "http") ? uri : null;
}
