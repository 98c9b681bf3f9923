using System.Net;
using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Schemas;

/// <summary>
/// A site that responds like the docs portal: only who names the portal as its referer gets the schema.
/// </summary>
public sealed class PortalTests
{
    private const string Shell =
        "<!doctype html><html><head><script src=\"a.js\"></script></head><body><div></div></body></html>";

    [Fact]
    public async Task The_schema_is_fetched_once_with_the_portal_as_referer()
    {
        var portal = new Portal();
        using var workspace = new Workspace { Network = portal };

        var run = await workspace.CheckAsync("--live");

        Assert.Equal(0, run.Code);
        Assert.Equal([OfficialSchema.Address], portal.Asked);
        Assert.All(
            run.Report.GetProperty("operations").EnumerateArray(),
            one => Assert.Equal("schema", one.GetProperty("pages")[0].GetProperty("language").GetString()));
    }

    [Theory]
    [InlineData("empty", "responded 202 without content", "Retry-After: 120")]
    [InlineData("shell", "HTML shell", "Download the schema in a browser")]
    [InlineData("redirect", "It led to https://developers.binance.com/en/docs", "Download the schema in a browser")]
    [InlineData("limited", "refused the page with 429", "Retry-After: 120")]
    [InlineData("moved schema", "The schema has moved", "Download the schema in a browser")]
    public async Task What_comes_instead_of_the_schema_is_told_with_what_to_do(string kind, string tried, string next)
    {
        using var workspace = new Workspace { Network = new Portal { Kind = kind } };

        var run = await workspace.CheckAsync("--live");

        Assert.Equal(3, run.Code);
        var failures = run.Report.GetProperty("failures").ToString();
        Assert.Contains(OfficialSchema.Address, failures, StringComparison.Ordinal);
        Assert.Contains(tried, failures, StringComparison.Ordinal);
        Assert.True(failures.Contains(next, StringComparison.Ordinal), failures);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("github")]
    [InlineData("html")]
    public async Task Every_format_says_that_a_page_served_for_the_schema(string format)
    {
        using var workspace = new Workspace { Network = new Portal { Kind = "empty", HasPages = true } };
        var time = Workspace.OurSpec.IndexOf("  /fapi/v1/time:", StringComparison.Ordinal);
        var components = Workspace.OurSpec.IndexOf("components:", StringComparison.Ordinal);
        workspace.Write("openapi.yaml", Workspace.OurSpec.Remove(time, components - time));

        var run = await workspace.RunAsync("check", "--live", "--spec", workspace.SpecFile, "--format", format);

        Assert.Equal(0, run.Code);
        Assert.Contains("source-skipped", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_429_nothing_more_is_asked_of_the_host()
    {
        var portal = new Portal { Kind = "limited", HasPages = true };
        using var workspace = new Workspace { Network = portal };

        Assert.Equal(3, (await workspace.CheckAsync("--live")).Code);
        Assert.Equal([OfficialSchema.Address], portal.Asked);
    }

    private sealed class Portal : HttpMessageHandler
    {
        public string Kind { get; init; } = "schema";

        public bool HasPages { get; init; }

        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!.AbsoluteUri;
            Asked.Add(address);
            return Task.FromResult(address == OfficialSchema.Address ? Schema(request) : Page(address));
        }

        private HttpResponseMessage Schema(HttpRequestMessage request)
        {
            var isPortals = request.Headers.Referrer?.AbsoluteUri
                == OfficialSchema.Address.Replace("1.0.0/schema.yaml", "", StringComparison.Ordinal);
            var response = Kind switch
            {
                "schema" when isPortals => Ok(OfficialSchema.Text, "application/yaml"),
                "shell" => Ok(Shell, "text/html"),
                "redirect" => Redirect("https://developers.binance.com/en/docs"),
                "moved schema" => Redirect("https://developers.binance.com/en/schema.yaml"),
                "limited" => new HttpResponseMessage(HttpStatusCode.TooManyRequests),
                _ => new HttpResponseMessage(HttpStatusCode.Accepted),
            };
            response.Headers.TryAddWithoutValidation("Retry-After", "120");
            return response;
        }

        private HttpResponseMessage Page(string address) => address switch
        {
            "https://developers.binance.com/en/docs" => Ok(Shell, "text/html"),
            "https://developers.binance.com/en/schema.yaml" => Ok(OfficialSchema.Text, "application/yaml"),
            _ when HasPages && address.Contains("/zh-CN/", StringComparison.Ordinal) =>
                Ok(LeveragePage.Text[LeveragePage.Half..], "text/markdown"),
            _ when HasPages => Ok(LeveragePage.Text[..LeveragePage.Half].TrimEnd().TrimEnd('-'), "text/markdown"),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        };

        private static HttpResponseMessage Redirect(string target)
        {
            var response = new HttpResponseMessage(HttpStatusCode.Found);
            response.Headers.Location = new Uri(target);
            return response;
        }

        private static HttpResponseMessage Ok(string text, string type) =>
            new(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, type) };
    }
}
