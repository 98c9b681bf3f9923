using Fapi.SpecCheck.Facts;
using Fapi.SpecCheck.Read;
using Fapi.SpecCheck.Read.Fetching;

namespace Fapi.SpecCheck.Tests.Fetching;

public sealed class PageSourcesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spec-check-");

    [Fact]
    public async Task A_folder_gives_its_pages_in_order_and_nothing_else()
    {
        foreach (var name in (string[])["b.md", "a.html", "c.txt", "sub/d.MD", ".hidden.md"])
        {
            Write(name, name);
        }

        Assert.Equal(["a.html", "b.md", "sub/d.MD"], (await LoadAsync(_folder.FullName))
            .Select(load => Path.GetRelativePath(_folder.FullName, load.Content!.Source).Replace('\\', '/')));
    }

    [Fact]
    public async Task A_file_is_read_whatever_its_ending()
    {
        var load = Assert.Single(await LoadAsync(Write("page.txt", "# A")));
        Assert.Equal("# A"u8.ToArray(), load.Content!.Bytes.ToArray());
        Assert.Null(load.Content.AskedFor);
    }

    [Theory]
    [InlineData("no-such-file.md", "no file or folder")]
    [InlineData("https://", "not an address")]
    [InlineData("http://docs.orchard.example/a", "Only https")]
    public async Task An_argument_that_names_no_page_is_wrong_input(string argument, string reason)
    {
        var load = Assert.Single(await LoadAsync(argument));
        Assert.Equal(Outcome.WrongInput, load.Failure!.Outcome);
        Assert.Contains(reason, load.Failure.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_is_wrong_input() =>
        Assert.Contains("holds no page", Assert.Single(await LoadAsync(_folder.FullName)).Failure!.Reasons[0],
            StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_is_too_large_is_not_loaded()
    {
        var path = Write("large.md", "");
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(50_000_000);
        }

        Assert.Equal(Outcome.CouldNotCheck, Assert.Single(await LoadAsync(path)).Failure!.Outcome);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<List<PageLoad>> LoadAsync(params string[] arguments) =>
        await new PageSources(new StubSite().Fetcher()).LoadAsync(arguments, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
