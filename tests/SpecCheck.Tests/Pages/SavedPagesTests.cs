using Fapi.SpecCheck.Facts;
using Fapi.SpecCheck.Read;
using Fapi.SpecCheck.Read.Pages;
using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Pages;

/// <summary>
/// Every saved page is read as SavedPages.txt says, which was written by reading the pages: a line per language,
/// then its parameters; or <c>refused</c> and words of the reason.
/// </summary>
public sealed class SavedPagesTests
{
    private static readonly Dictionary<string, string[]> Expected = ReadExpected();

    private const string WrittenSummary =
        "POST /oapi/v1/apples security=TRADE weight=3 examples=1 fields=2 problems=0\n  tree STRING YES\n  count INT "
            + "NO min=1 max=40";

    /// <summary>Every page of the folder, expected or not, and every expected one, there or not.</summary>
    public static TheoryData<string> Pages => SavedPages.Rows(SavedPages.Folder is { } folder
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file =>
                Path.GetFileName(file) != "README.md" && !file.StartsWith("portal/", StringComparison.Ordinal))
            .Union(Expected.Keys)
        : []);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_page_is_read_right_or_refused_for_the_right_reason(string page)
    {
        var (bytes, expected) = page == SavedPages.Written
            ? (Encoding.UTF8.GetBytes(new OrchardPage().Markdown()), [$"{page} en {WrittenSummary}"])
            : (File.ReadAllBytes(Path.Combine(SavedPages.Folder!, page)), Expected[page]);

        var facts = await PageReader.ReadAsync(new PageContent(page, bytes, null));

        Assert.Equal(expected.Length, facts.Count);
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts[i].Recognised)
            {
                Assert.Equal(expected[i], $"{page} {facts[i].Language} {PageSummary.Summary(facts[i])}");
            }
            else
            {
                AssertRefused(expected[i], $"{page} {facts[i].Language} refused: ", facts[i]);
            }
        }
    }

    private static void AssertRefused(string expected, string start, SourceFacts page)
    {
        Assert.StartsWith(start, expected, StringComparison.Ordinal);
        Assert.Contains(expected[start.Length..], string.Join(' ', page.Problems), StringComparison.Ordinal);
        Assert.Null(page.Path);
        Assert.Empty(page.Parameters);
    }

    private static Dictionary<string, string[]> ReadExpected() =>
        File.ReadAllText(Path.Combine(Repository.Root, "tests/SpecCheck.Tests/Pages/SavedPages.txt"))
            .ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Aggregate(new List<string>(), (entries, line) =>
            {
                if (line.StartsWith(' '))
                {
                    entries[^1] += "\n" + line;
                }
                else
                {
                    entries.Add(line);
                }

                return entries;
            })
            .GroupBy(entry => entry.Split(' ')[0]).ToDictionary(page => page.Key, page => page.ToArray());
}
