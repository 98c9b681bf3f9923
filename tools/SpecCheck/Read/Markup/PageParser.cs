using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Reads a page, HTML as it is and Markdown by way of HTML, into the blocks of each language.</summary>
internal static partial class PageParser
{
    private const int MaxParts = 10;
    private const int ShellText = 200;

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    private static readonly Lazy<string[]> SourceKeys = new(() => Vocabulary.Words("words")["source"]);

    /// <summary>Starts the parser, which takes longer than a page does.</summary>
    public static void Warm() => Parse("<p>");

    /// <summary>At least one page, with the reason where nothing can be said from it.</summary>
    /// <exception cref="PageException">The text is none that can be read.</exception>
    public static IReadOnlyList<Page> Parse(string text)
    {
        var isHtml = IsHtml(text);
        var html = isHtml ? text : ToHtml(text);
        PageLimits.CheckHtml(html);
        using var document = new HtmlParser().ParseDocument(html);
        var root = (isHtml ? ContentOf(document) : document.Body) ?? throw new PageException("The page has no body.");
        var parts = Split(BlockReader.Read(root));
        if (parts.Count > MaxParts)
        {
            throw new PageException($"The file holds more than {MaxParts} pages.");
        }

        var declared = document.DocumentElement.GetAttribute("lang");
        List<PageName> names = [.. Names(document), .. isHtml ? [] : SourcesOf(text)];
        return
        [
            .. parts.Select(blocks => new Page(
                LanguageOf(declared, blocks),
                document.Title is { Length: > 0 } title ? title : null,
                blocks,
                names,
                isHtml ? ObstacleIn(document, blocks) : null)),
        ];
    }

    private static string ToHtml(string markdown)
    {
        PageLimits.CheckMarkdown(markdown);
        return Markdown.ToHtml(BrokenCell().Replace(markdown.Trim('\n'), "<br>"), Pipeline);
    }

    private static bool IsHtml(string text) =>
        text.AsSpan().TrimStart() is ['<', '!' or '?' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..]
        && !text.AsSpan().TrimStart().StartsWith("<http", StringComparison.OrdinalIgnoreCase);

    private static IElement? ContentOf(IHtmlDocument document)
    {
        var articles = document.GetElementsByTagName("article");
        var mains = document.GetElementsByTagName("main");
        return articles.Length == 1 ? articles[0] : mains.Length > 0 ? mains[0] : document.Body;
    }

    /// <summary>A rule that is followed by a title begins the other language.</summary>
    private static List<List<Block>> Split(List<Block> blocks)
    {
        var parts = new List<List<Block>> { new() };
        foreach (var block in blocks)
        {
            if (block is { Kind: BlockKind.Heading, Level: 1 } && parts[^1] is [.., { Kind: BlockKind.Rule }])
            {
                parts.Add([]);
            }

            parts[^1].Add(block);
        }

        parts.RemoveAll(part => parts.Count > 1 && part.TrueForAll(block => block.Kind == BlockKind.Rule));
        return parts;
    }

    private static IEnumerable<PageName> Names(IHtmlDocument document) =>
        document.GetElementsByTagName("link").Where(link => link.GetAttribute("rel") == "canonical")
            .Select(link => new PageName(link.GetAttribute("href") ?? "", "its canonical link"))
            .Concat(document.GetElementsByTagName("meta").Where(meta => meta.GetAttribute("property") == "og:url")
                .Select(meta => new PageName(meta.GetAttribute("content") ?? "", "its og:url")))
            .Where(name => name.Address.Length > 0);

    /// <summary>The address in the head that scrapers put before a page, or in a line that names the source.</summary>
    private static IEnumerable<PageName> SourcesOf(string markdown) =>
        (from match in SourceLine().Matches(markdown)
         let rank = Array.IndexOf(SourceKeys.Value, match.Groups["key"].Value.ToLowerInvariant())
         where rank >= 0
         orderby rank
         select new PageName(match.Groups["address"].Value, "its source line")).Take(1);

    /// <summary>The page's own declaration, else where its headings link, else the letters it is written in.</summary>
    private static string? LanguageOf(string? declared, List<Block> blocks)
    {
        if (declared?.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ?? blocks.Exists(one => one.Link?.Contains("/zh-CN/", StringComparison.OrdinalIgnoreCase) is true))
        {
            return Languages.Chinese;
        }

        // Types, names and paths are Latin in both languages, so one Chinese letter outweighs many.
        var text = string.Concat(blocks.Where(one => one.Kind is BlockKind.Heading or BlockKind.Paragraph)
            .Select(one => one.Text));
        var chinese = text.Count(c => c is >= '\u4E00' and <= '\u9FFF');
        var latin = text.Count(char.IsAsciiLetter);
        return declared is not null ? declared.Split('-')[0]
            : chinese + latin == 0 ? null
            : chinese * 10 >= latin ? Languages.Chinese : Languages.English;
    }

    /// <summary>What stands in the place of a page: the shell of one that scripts build, or nothing.</summary>
    private static string? ObstacleIn(IHtmlDocument document, List<Block> blocks) =>
        blocks.Sum(block => block.Text.Trim().Length) switch
        {
            < ShellText when document.Scripts.Length > 0 =>
                "This is an HTML shell without content: the site builds the page with scripts, which are not run here.",
            0 when document.Title is not { Length: > 0 } => "The page is empty.",
            _ => null,
        };

    /// <summary>A line break in a cell, as scrapers leave it: a line without a pipe between two rows.</summary>
    [GeneratedRegex(
        @"(?<=^[^\n|]*\|[^\n|]*\|[^\n]*) *(\n {2,})?\n+(?=([^\n|#>`{}][^\n|]*\n+)?[^\n|]*\|[^\n|]*\|)"
        + @"(?![^\n|]*\|[^\n|]*\|)"
        + @"|(?<=^\|[^\n]*[^\n|\s] *)\n+(?=[^\n|]+\|[ ]*$)",
        RegexOptions.Multiline, PageLimits.RegexMilliseconds)]
    private static partial Regex BrokenCell();

    [GeneratedRegex(
        @"^[\s>*_]*(?<key>\w+)\s*[:：][\s>""'<\[]*(?<address>https?://[^\s<>()\[\]""']+)",
        RegexOptions.Multiline, PageLimits.RegexMilliseconds)]
    private static partial Regex SourceLine();
}
