using Fapi.SpecCheck.Read.Markup;
using Fapi.SpecCheck.Read.Schemas;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Turns a page, HTML or Markdown, into facts; never throws, whatever the page holds.</summary>
internal static class PageReader
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Reads every language that the page holds, in page order; at least one entry.</summary>
    /// <remarks>The parsers can't be cancelled: one that a page manages to keep busy is left behind.</remarks>
    public static async Task<IReadOnlyList<SourceFacts>> ReadAsync(PageContent content)
    {
        try
        {
            return await Task.Run(() => Read(content)).WaitAsync(Timeout);
        }
        catch (Exception error)
        {
            // A page that trips a parser is a page that can't be checked, not a reason to stop.
            return [Refused(content, error switch
            {
                RegexMatchTimeoutException => "The page holds a text that takes too long to be read.",
                TimeoutException => $"The page was not read in {Timeout.TotalSeconds:N0} seconds.",
                // Thrown by our reader, or by Markdig, for nesting beyond their depth.
                InsufficientExecutionStackException or ArgumentException =>
                    "The page nests its elements too deep; it was not read.",
                _ => $"The page can't be read: {error.GetType().Name} in the parser.",
            })];
        }
    }

    private static IReadOnlyList<SourceFacts> Read(PageContent content)
    {
        var start =
            Encoding.UTF8.GetString(content.Bytes.Span[..Math.Min(content.Bytes.Length, SchemaReader.MarkWithin)]);
        var isSchema = SchemaReader.IsSchema(start);
        if (content.Bytes.Length > (isSchema ? PageLimits.LoadBytes : PageLimits.ReadBytes))
        {
            return [Refused(content,
                $"The page has {content.Bytes.Length:N0} bytes; at most {PageLimits.ReadBytes:N0} are read.")];
        }

        var (text, problem) = PageText.Decode(content.Bytes.Span);
        if (text is null)
        {
            return [Refused(content, problem!)];
        }

        if (isSchema)
        {
            return SchemaReader.Read(content, text);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return [Refused(content, "The page is empty.")];
        }

        if (text.AsSpan().Count('\r') != text.AsSpan().Count("\r\n"))
        {
            return [Refused(content,
                "The page has line ends of a CR alone, so its tables can't be told from its text.")];
        }

        return [.. PageParser.Parse(text).Select(page => PageFacts.Read(content, page))];
    }

    private static SourceFacts Refused(PageContent content, string problem) =>
        new() { Source = content.Source, Problems = [problem] };
}
