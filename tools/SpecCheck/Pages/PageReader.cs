namespace Fapi.SpecCheck.Pages;

/// <summary>Turns a page, HTML or Markdown, into facts; never throws, whatever the page holds.</summary>
internal static class PageReader
{
    /// <summary>Reads every language that the page holds, in page order; at least one entry.</summary>
    public static IReadOnlyList<PageFacts> Read(PageContent content) =>
        [new PageFacts { Source = content.Source, Problems = ["The page can't be read yet."] }];
}
