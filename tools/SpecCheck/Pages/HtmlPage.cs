using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Fapi.SpecCheck.Pages;

/// <summary>Reads a page as the docs site serves it.</summary>
internal static class HtmlPage
{
    public static PageDocument Read(string html)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(html);
        IElement? root = ContentOf(document);
        if (root is null)
            return new PageDocument { Problem = "The page has no body." };

        (IReadOnlyList<Block> blocks, bool tooDeep) = HtmlBlocks.Read(root);
        if (tooDeep)
            return new PageDocument { Problem = $"The page nests its elements deeper than {HtmlBlocks.MaxDepth} levels; it was not read." };

        return new PageDocument
        {
            Halves = [new PageHalf(PageLanguage.Of(document.DocumentElement.GetAttribute("lang"), blocks), document.Title, blocks)],
            Names = [.. Names(document)],
            Problem = PageObstacle.Of(document, blocks),
        };
    }

    /// <summary>The blocks of HTML that was made from Markdown.</summary>
    public static (IReadOnlyList<Block> Blocks, bool IsTooDeep) ReadFragment(string html)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(html);
        return HtmlBlocks.Read(document.Body!);
    }

    private static IElement? ContentOf(IHtmlDocument document)
    {
        IHtmlCollection<IElement> articles = document.GetElementsByTagName("article");
        IHtmlCollection<IElement> mains = document.GetElementsByTagName("main");
        return articles.Length == 1 ? articles[0] : mains.Length > 0 ? mains[0] : document.Body;
    }

    private static IEnumerable<PageName> Names(IHtmlDocument document)
    {
        foreach (IElement link in document.GetElementsByTagName("link"))
        {
            if (link.GetAttribute("rel") == "canonical" && link.GetAttribute("href") is { Length: > 0 } href)
                yield return new PageName(href, "its canonical link");
        }

        foreach (IElement meta in document.GetElementsByTagName("meta"))
        {
            if (meta.GetAttribute("property") == "og:url" && meta.GetAttribute("content") is { Length: > 0 } url)
                yield return new PageName(url, "its og:url");
        }
    }
}
