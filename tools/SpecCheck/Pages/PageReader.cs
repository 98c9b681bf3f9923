namespace Fapi.SpecCheck.Pages;

/// <summary>Turns a page, HTML or Markdown, into facts; never throws, whatever the page holds.</summary>
internal static class PageReader
{
    /// <summary>Largest page that is read, in bytes; the docs' largest page has about 0.2 MB.</summary>
    public const int MaxBytes = 5_000_000;

    /// <summary>Reads every language that the page holds, in page order; at least one entry.</summary>
    public static IReadOnlyList<PageFacts> Read(PageContent content)
    {
        if (content.Bytes.Length > MaxBytes)
            return [Refused(content, $"The page has {content.Bytes.Length:N0} bytes; at most {MaxBytes:N0} are read.")];
        (string? text, string? problem) = PageText.Decode(content.Bytes.Span);
        if (text is null)
            return [Refused(content, problem!)];
        if (string.IsNullOrWhiteSpace(text))
            return [Refused(content, "The page is empty.")];

        PageDocument document = IsHtml(text) ? HtmlPage.Read(text) : MarkdownPage.Read(text);
        if (document.Halves.Count == 0)
            return [Refused(content, document.Problem ?? "The page is empty.")];
        return [.. document.Halves.Select(half => HalfReader.Read(content, document, half))];
    }

    private static bool IsHtml(string text) =>
        text.AsSpan().TrimStart() is ['<', '!' or '?' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..]
        && !text.AsSpan().TrimStart().StartsWith("<http", StringComparison.OrdinalIgnoreCase);

    private static PageFacts Refused(PageContent content, string problem) =>
        new() { Source = content.Source, Problems = [problem] };
}
