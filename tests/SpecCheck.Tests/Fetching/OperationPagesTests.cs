using Fapi.SpecCheck.Read.Fetching;
using Fapi.SpecCheck.Tests.Pages;

namespace Fapi.SpecCheck.Tests.Fetching;

public sealed class OperationPagesTests
{
    private const string New = "https://docs.orchard.example/en/docs/catalog/fruit/rest-api/apples#pick-apples";
    private const string NewPage = "https://docs.orchard.example/en/docs/catalog/fruit/rest-api/apples";
    private const string Old = OrchardPage.Address;

    [Fact]
    public async Task The_first_address_that_is_recognised_is_used()
    {
        var site = new StubSite().Respond(Old, new OrchardPage().Markdown());
        var found = await ReadAsync(site);
        Assert.Equal("/oapi/v1/apples", found.Facts!.Path);
        Assert.Equal(Old, found.Facts.Source);
        Assert.Equal([NewPage, Old], site.Asked);
        Assert.Equal([true, false], found.Attempts.Select(attempt => attempt.Failure is not null));
    }

    [Fact]
    public async Task A_page_that_only_mentions_the_operation_is_seen_and_not_checked()
    {
        var site = new StubSite().Respond(NewPage, "# Dump\n\n##### `POST /oapi/v1/apples`\n\nPick Apples (TRADE)\n");
        var found = await ReadAsync(site);
        Assert.Null(found.Facts);
        Assert.True(found.Seen);
        Assert.Equal(2, found.Attempts.Count);
    }

    [Fact]
    public async Task A_shell_and_a_wrong_page_are_not_used()
    {
        var site = new StubSite()
            .Respond(NewPage, "<html><head><script></script></head><body></body></html>")
            .Respond(Old, new OrchardPage { LinkedPage = "/docs/fruit/rest-api/Pick-Pears" }.Markdown());
        var found = await ReadAsync(site);
        Assert.Null(found.Facts);
        Assert.Contains("HTML shell", found.Attempts[0].Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("wrong page", found.Attempts[1].Failure!.Message, StringComparison.Ordinal);
    }

    private static Task<OperationPage> ReadAsync(StubSite site)
    {
        site.Time.AutoAdvanceAmount = HostManners.Pace;
        return new OperationPages(site.Fetcher())
            .ReadAsync("POST /oapi/v1/apples", [new Uri(New), new Uri(Old)], TestContext.Current.CancellationToken);
    }
}
