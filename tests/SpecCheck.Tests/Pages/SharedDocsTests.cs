using Fapi.SpecCheck.Pages;
using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Pages;

/// <summary>
/// Every saved page is read as SharedDocs.txt says, which was written by reading the pages: a line per language,
/// then its parameters; or <c>refused</c> and words of the reason.
/// </summary>
public sealed class SharedDocsTests
{
    private static readonly string? Folder = FindFolder();

    private static readonly Dictionary<string, string[]> Expected = ReadExpected();

    public static TheoryData<string> Pages => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_saved_page_is_read_right_or_refused_for_the_right_reason(string page)
    {
        Assert.SkipWhen(Folder is null, "The folder shared/docs with saved pages is not beside the repository.");
        IReadOnlyList<PageFacts> facts = await PageReader.ReadAsync(new PageContent(page, File.ReadAllBytes(Path.Combine(Folder, page)), null, null));

        Assert.Equal(Expected[page].Length, facts.Count);
        for (int i = 0; i < facts.Count; i++)
        {
            string expected = Expected[page][i];
            if (facts[i].Recognised)
                Assert.Equal(expected, $"{page} {facts[i].Language} {Facts.Summary(facts[i])}");
            else
                AssertRefused(expected, $"{page} {facts[i].Language} refused: ", facts[i]);
        }
    }

    [Fact]
    public void No_saved_page_is_left_out()
    {
        Assert.SkipWhen(Folder is null, "The folder shared/docs with saved pages is not beside the repository.");
        string[] pages = [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(file => file != "README.md").Order(StringComparer.Ordinal)];
        Assert.Equal(pages, Expected.Keys.Order(StringComparer.Ordinal));
    }

    private static void AssertRefused(string expected, string start, PageFacts page)
    {
        Assert.StartsWith(start, expected, StringComparison.Ordinal);
        Assert.Contains(expected[start.Length..], string.Join(' ', page.Problems), StringComparison.Ordinal);
        Assert.Null(page.Path);
        Assert.Empty(page.Parameters);
    }

    private static Dictionary<string, string[]> ReadExpected() =>
        File.ReadAllText(Path.Combine(Repository.Root, "tests/SpecCheck.Tests/Pages/SharedDocs.txt"))
            .ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Aggregate(new List<string>(), (entries, line) =>
            {
                if (line.StartsWith(' '))
                    entries[^1] += "\n" + line;
                else
                    entries.Add(line);
                return entries;
            })
            .GroupBy(entry => entry.Split(' ')[0]).ToDictionary(page => page.Key, page => page.ToArray());

    private static string? FindFolder()
    {
        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "docs");
            if (Directory.Exists(path))
                return path;
        }

        return null;
    }
}
