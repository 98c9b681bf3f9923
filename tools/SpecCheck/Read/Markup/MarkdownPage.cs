using Markdig;

namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Reads a page that a scraper or the site itself gives as Markdown.</summary>
internal static partial class MarkdownPage
{
    private const int MaxParts = 10;

    // Types such as LIST<LONG> would be taken for HTML tags and vanish.
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static PageDocument Read(string markdown)
    {
        (var head, var body) = FrontMatter.Split(markdown.Split('\n'));
        List<string> lines = [.. body.Select(line => line.TrimEnd('\r'))];
        var halves = new List<PageHalf>();
        List<List<string>> parts = [.. SplitLanguages(lines).Take(MaxParts + 1)];
        if (parts.Count > MaxParts)
        {
            return new PageDocument { Problem = $"The file holds more than {MaxParts} pages." };
        }

        foreach (var part in parts)
        {
            string html;
            try
            {
                html = Markdown.ToHtml(string.Join('\n', MarkdownTables.Repair(part)), Pipeline);
            }
            catch (ArgumentException)
            {
                // Thrown by Markdig for Markdown that is nested beyond its depth limit.
                return new PageDocument { Problem = "The page nests its Markdown too deep; it was not read." };
            }

            (var blocks, var tooDeep) = HtmlPage.ReadFragment(html);
            if (tooDeep)
            {
                return new PageDocument { Problem = "The page nests its Markdown too deep; it was not read." };
            }

            halves.Add(new PageHalf(PageLanguage.Detect(null, blocks), null, blocks));
        }

        var source = head is null ? SourceLine(lines) : null;
        return new PageDocument { Halves = halves, Names = [.. new[] { head, source }.OfType<PageName>()] };
    }

    /// <summary>A rule that is followed by a title begins the other language.</summary>
    private static IEnumerable<List<string>> SplitLanguages(List<string> lines)
    {
        var start = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].TrimEnd() == "---" && lines.Skip(i + 1).FirstOrDefault(l => l.Trim().Length > 0) is { } next
                && next.StartsWith("# ", StringComparison.Ordinal))
            {
                yield return lines[start..i];
                start = i + 1;
            }
        }

        yield return lines[start..];
    }

    private static PageName? SourceLine(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            // The address may stand on the next line.
            if (SourceLabel().IsMatch(lines[i])
                && Address().Match(lines[i] + " " + lines.ElementAtOrDefault(i + 1)) is { Success: true } address)
            {
                return new PageName(address.Value, "its source line");
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[\s>*_]*(source|来源|原文)\s*[:：]", RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex SourceLabel();

    [GeneratedRegex(@"https?://[^\s<>()\[\]""]+", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Address();
}
