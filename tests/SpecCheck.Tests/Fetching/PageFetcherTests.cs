using System.Net;
using Fapi.SpecCheck.Facts;
using Fapi.SpecCheck.Read;
using Fapi.SpecCheck.Read.Fetching;

namespace Fapi.SpecCheck.Tests.Fetching;

public sealed class PageFetcherTests
{
    private const string Page = "https://docs.orchard.example/docs/apples";

    [Fact]
    public async Task A_page_comes_with_its_address()
    {
        var load = await new StubSite().Respond(Page, "# Apples").FetchAsync(Page + "#pick");
        Assert.Equal("# Apples"u8.ToArray(), load.Content!.Bytes.ToArray());
        Assert.Equal((Page, new Uri(Page + "#pick")), (load.Content.Source, load.Content.AskedFor));
    }

    [Theory]
    [InlineData("http://docs.orchard.example/docs/apples")]
    [InlineData("ftp://docs.orchard.example/docs/apples")]
    [InlineData("file:///etc/passwd")]
    public async Task Only_https_is_fetched(string address)
    {
        var site = new StubSite();
        Assert.Equal(Outcome.WrongInput, (await site.FetchAsync(address)).Failure!.Outcome);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task Http_is_fetched_from_this_machine() =>
        Assert.NotNull(
            (await new StubSite().Respond("http://127.0.0.1:8080/a", "x")
            .FetchAsync("http://127.0.0.1:8080/a")).Content);

    [Fact]
    public async Task A_redirect_is_followed_and_reported()
    {
        var site = new StubSite().Redirect(Page, "/docs/pears")
            .Respond("https://docs.orchard.example/docs/pears", "pears");
        var fetching = site.FetchAsync(Page);
        site.Time.Advance(PageFetcher.Pace);
        var load = await fetching;
        Assert.Equal(("https://docs.orchard.example/docs/pears", new Uri(Page)),
            (load.Content!.Source, load.Content.AskedFor));
    }

    [Theory]
    [InlineData(Page, "in a circle")]
    [InlineData("http://docs.orchard.example/docs/apples", "only https is")]
    [InlineData("javascript:alert(1)", "only https is")]
    [InlineData("https://127.0.0.1/page", "none of it from inside a network")]
    [InlineData("http://localhost:8080/page", "none of it from inside a network")]
    [InlineData("https://10.1.2.3/page", "none of it from inside a network")]
    [InlineData("https://169.254.169.254/latest", "none of it from inside a network")]
    [InlineData("https://[fd00::1]/page", "none of it from inside a network")]
    [InlineData("https://inside.orchard.example/page", "none of it from inside a network")]
    public async Task A_redirect_that_leads_nowhere_good_is_not_followed(string location, string reason)
    {
        var load = await new StubSite().Redirect(Page, location).FetchAsync(Page);
        Assert.Equal(Outcome.CouldNotCheck, load.Failure!.Outcome);
        Assert.Contains(reason, load.Failure.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_redirects_end()
    {
        var site = new StubSite();
        for (var i = 0; i < 20; i++)
        {
            site.Redirect($"http://localhost/{i}", $"/{i + 1}");
        }

        Assert.Contains("more than 5 times", (await site.FetchAsync("http://localhost/0")).Failure!.Reasons[0],
            StringComparison.Ordinal);
        Assert.Equal(6, site.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.Accepted, false, "responded 202 without content")]
    [InlineData(HttpStatusCode.OK, false, "without content")]
    [InlineData(HttpStatusCode.NotFound, false, "no such page")]
    [InlineData(HttpStatusCode.Forbidden, false, "firewall")]
    [InlineData(HttpStatusCode.TooManyRequests, false, "rate limit")]
    [InlineData(HttpStatusCode.NotModified, false, "responded 304")]
    [InlineData(HttpStatusCode.BadGateway, true, "failed with 502")]
    public async Task A_status_that_brings_no_page_is_a_failure(HttpStatusCode status, bool isNetwork, string reason)
    {
        var load = await new StubSite().Respond(Page, status).FetchAsync(Page);
        Assert.Equal(isNetwork ? Outcome.Network : Outcome.CouldNotCheck, load.Failure!.Outcome);
        Assert.Contains(reason, load.Failure.Reasons[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_without_end_is_cut_off(bool saysSo)
    {
        var site = new StubSite().Respond(Page, _ =>
        {
            var content = new StreamContent(new EndlessStream());
            content.Headers.ContentLength = saysSo ? 1_000_000_000 : null;
            return new HttpResponseMessage { Content = content };
        });
        Assert.Contains($"more than {PageLimits.LoadBytes:N0} bytes", (await site.FetchAsync(Page)).Failure!.Reasons[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_drips_is_given_up()
    {
        var site = new StubSite()
            .Respond(Page, _ => new HttpResponseMessage { Content = new StreamContent(new StuckStream()) });
        var fetching = site.FetchAsync(Page);
        Assert.False(fetching.IsCompleted);
        site.Time.Advance(PageFetcher.Timeout);
        var load = await fetching;
        Assert.Equal(Outcome.Network, load.Failure!.Outcome);
        Assert.Contains("within 30 seconds", load.Failure.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_is_no_failure_of_the_site()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new StubSite().Fetcher().FetchAsync(new Uri(Page), cancelled.Token));
    }

    [Fact]
    public async Task A_host_that_does_not_response_is_given_up_after_three_pages()
    {
        var site = new StubSite();
        var fetcher = site.Fetcher();
        site.Time.AutoAdvanceAmount = PageFetcher.Pace;
        for (var i = 0; i < 4; i++)
        {
            site.Respond($"{Page}/{i}", _ => throw new HttpRequestException(HttpRequestError.NameResolutionError));
            var load = await fetcher.FetchAsync(new Uri($"{Page}/{i}"), TestContext.Current.CancellationToken);
            Assert.Equal(Outcome.Network, load.Failure!.Outcome);
            Assert.Contains(i < 3 ? "can't be resolved"
                : "not tried again", load.Failure.Reasons[0], StringComparison.Ordinal);
        }

        Assert.Equal(3, site.Requests.Count);
    }

    [Fact]
    public async Task Pages_of_one_host_are_asked_for_at_a_polite_pace()
    {
        var site = new StubSite().Respond(Page, "a").Respond(Page + "/2", "b");
        var fetcher = site.Fetcher();
        await fetcher.FetchAsync(new Uri(Page), TestContext.Current.CancellationToken);
        var second = fetcher.FetchAsync(new Uri(Page + "/2"), TestContext.Current.CancellationToken);
        site.Time.Advance(PageFetcher.Pace - TimeSpan.FromMilliseconds(1));
        Assert.Single(site.Requests);
        site.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotNull((await second).Content);
    }

    [Fact]
    public async Task A_page_is_fetched_once_per_run_whatever_its_anchor()
    {
        var site = new StubSite().Respond(Page, "a");
        var fetcher = site.Fetcher();
        await fetcher.FetchAsync(new Uri(Page + "#a"), TestContext.Current.CancellationToken);
        var second = await fetcher.FetchAsync(new Uri(Page + "#b"), TestContext.Current.CancellationToken);
        Assert.Single(site.Requests);
        Assert.Equal("#b", second.Content!.AskedFor!.Fragment);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("mystery")]
    public async Task A_body_that_says_to_be_packed_is_that_page_alone(string encoding)
    {
        var site = new StubSite().Respond(Page, _ =>
        {
            var content = new StringContent("# Apples");
            content.Headers.ContentEncoding.Add(encoding);
            return new HttpResponseMessage { Content = content };
        });

        var load = await site.FetchAsync(Page);

        Assert.Equal(Outcome.CouldNotCheck, load.Failure!.Outcome);
        Assert.Contains("not encoded as its headers say", load.Failure.Reasons[0], StringComparison.Ordinal);
        Assert.Equal("identity", site.Requests[0].Headers.AcceptEncoding.ToString());
    }
}
