using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Reads a page as the docs site serves it.</summary>
internal static class HtmlPage
{
    public static PageDocument Read(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var root = ContentOf(document);
        if (root is null)
        {
            return new PageDocument { Problem = "The page has no body." };
        }

        (var blocks, var tooDeep) = HtmlBlocks.Read(root);
        if (tooDeep)
        {
            return new PageDocument
            {
                Problem =
                $"The page nests its elements deeper than {HtmlBlocks.MaxDepth} levels; it was not read."
            };
        }

        return new PageDocument
        {
            Halves =
                [new PageHalf(PageLanguage.Detect(document.DocumentElement.GetAttribute("lang"), blocks),
                document.Title, blocks)],
            Names = [.. Names(document)],
            Problem = PageObstacle.Find(document, blocks),
        };
    }

    /// <summary>The blocks of HTML that was made from Markdown.</summary>
    public static (IReadOnlyList<Block> Blocks, bool IsTooDeep) ReadFragment(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        return HtmlBlocks.Read(document.Body!);
    }

    private static IElement? ContentOf(IHtmlDocument document)
    {
        var articles = document.GetElementsByTagName("article");
        var mains = document.GetElementsByTagName("main");
        return articles.Length == 1 ? articles[0] : mains.Length > 0 ? mains[0] : document.Body;
    }

    private static IEnumerable<PageName> Names(IHtmlDocument document)
    {
        foreach (var link in document.GetElementsByTagName("link"))
        {
            if (link.GetAttribute("rel") == "canonical" && link.GetAttribute("href") is { Length: > 0 } href)
            {
                yield return new PageName(href, "its canonical link");
            }
        }

        foreach (var meta in document.GetElementsByTagName("meta"))
        {
            if (meta.GetAttribute("property") == "og:url" && meta.GetAttribute("content") is { Length: > 0 } url)
            {
                yield return new PageName(url, "its og:url");
            }
        }
    }
}
