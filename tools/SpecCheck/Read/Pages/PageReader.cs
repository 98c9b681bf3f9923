using Fapi.SpecCheck.Read.Markup;
using Fapi.SpecCheck.Read.Schemas;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Turns a page, HTML or Markdown, or a schema into facts; never throws, whatever it holds.</summary>
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
            var problem = error switch
            {
                PageException => error.Message,
                RegexMatchTimeoutException => "The page holds a text that takes too long to be read.",
                TimeoutException => $"The page was not read in {Timeout.TotalSeconds:N0} seconds.",
                // Thrown by our reader, or by Markdig, for nesting beyond their depth.
                InsufficientExecutionStackException or ArgumentException =>
                    "The page nests its elements too deep; it was not read.",
                _ => $"The page can't be read: {error.GetType().Name} in the parser.",
            };
            return [new SourceFacts(content.Source) { Problems = [problem] }];
        }
    }

    private static IReadOnlyList<SourceFacts> Read(PageContent content)
    {
        var bytes = content.Bytes.Span;
        var isSchema = SchemaReader.IsSchema(
            Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, SchemaReader.MarkWithin)]));
        var text = bytes.Length <= (isSchema ? PageLimits.LoadBytes : PageLimits.ReadBytes) ? PageText.Decode(bytes)
            : throw new PageException(
                $"The page has {bytes.Length:N0} bytes; at most {PageLimits.ReadBytes:N0} are read.");
        var problem = isSchema ? null : string.IsNullOrWhiteSpace(text) ? "The page is empty."
            : text.AsSpan().Count('\r') != text.AsSpan().Count("\r\n")
                ? "The page has line ends of a CR alone, so its tables can't be told from its text."
            : null;
        return problem is not null ? throw new PageException(problem)
            : isSchema ? SchemaReader.Read(content, text)
            : [.. PageParser.Parse(text).Select(page => PageFacts.Read(content, page))];
    }
}
