namespace Fapi.Contract.Tests;

public sealed class BadInputTests
{
    private const int TenMegabytes = 10 * 1024 * 1024;
    private static readonly ContractVerifier Verifier = ContractVerifier.Embedded();

    [Fact]
    public void A_body_of_ten_megabytes_is_a_finding()
    {
        AssertBounded(
            Verifier.VerifyRequest(
                new("POST", LeverageCall.Target, LeverageCall.Request().Headers, new byte[TenMegabytes])),
                "request-body-unexpected");
        AssertBounded(Verify(Encoding.ASCII.GetBytes(new string('[', TenMegabytes))), "response-body-syntax");
        AssertBounded(Verify(Encoding.ASCII.GetBytes(new string('[', 1_000_000))), "response-body-syntax");
        AssertBounded(Verify(Encoding.ASCII.GetBytes($"\"{new string('x', 1_000_000)}\"")), "response-body-schema");
        AssertBounded(
            Verify(Encoding.ASCII.GetBytes($"[{string.Join(',', Enumerable.Repeat("1", 100_000))}]")),
            "response-body-schema");
    }

    [Fact]
    public void Ten_thousand_wrong_items_are_a_hundred_findings_and_a_count()
    {
        var body = $"[{string.Join(',', Enumerable.Repeat("{}", 10_000))}]";
        var request = Samples.Request("GET /v1/items?limit=1\nX-Key: k");
        var findings = Samples.Verifier.VerifyResponse(
            request,
            Samples.Response($"200\nContent-Type: application/json\nX-Total: 1\n\n{body}"));
        AssertBounded(findings, "response-body-schema");
        Assert.Equal(100, findings.Count);
        Assert.True(findings.Omitted > 0);
    }

    // Checked item by item with paths into the array, this would take minutes.
    [Fact]
    public void A_long_array_takes_time_in_proportion()
    {
        var body = $"[{string.Join(',', Enumerable.Repeat("""{"name":"a"}""", 100_000))}, 1]";
        var found = Samples.Verifier.VerifyResponse(
            Samples.Request("GET /v1/items"),
            Samples.Response($"200\nContent-Type: application/json\nX-Total: 1\n\n{body}"));
        Assert.Equal(["body /100000"], found.Select(f => f.Location).Distinct());
    }

    [Fact]
    public void A_binary_body_is_a_finding()
    {
        var bytes = new byte[4096];
        new Random(1).NextBytes(bytes);
        AssertBounded(Verify(bytes), "response-body-syntax");
    }

    [Fact]
    public void Ten_thousand_parameters_are_a_hundred_findings_and_a_count()
    {
        var target = "/fapi/v1/leverage?" + string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"{i}"));
        var findings = Verifier.VerifyRequest(LeverageCall.Request(target));
        AssertBounded(findings, "parameter-undocumented");
        Assert.Equal(100, findings.Count);
        Assert.Contains($"and {findings.Omitted} more", findings.ToString(), StringComparison.Ordinal);
        AssertBounded(
            Verifier.VerifyRequest(
                LeverageCall.Request("/fapi/v1/leverage?" + string.Concat(Enumerable.Repeat("symbol=a&", 10_000)))),
                "request-target");
        AssertBounded(
            Verifier.VerifyRequest(
                LeverageCall.Request("/fapi/v1/leverage?" + string.Concat(Enumerable.Repeat("symbol=a&", 7_000)))),
                "parameter-repeated");
    }

    [Fact]
    public void A_target_of_a_megabyte_is_a_finding()
    {
        AssertBounded(
            Verifier.VerifyRequest(LeverageCall.Request("/fapi/v1/leverage?symbol=" + new string('A', 1024 * 1024))),
            "request-target");
        AssertBounded(
            Verifier.VerifyRequest(LeverageCall.Request("/fapi/v1/leverage" + new string('/', 1024 * 1024))),
            "operation-unknown");
        AssertBounded(
            Samples.Verifier.VerifyRequest(LeverageCall.Request("/v1/items/" + new string('9', 1024 * 1024), "GET")),
            "request-target");
    }

    [Theory]
    [InlineData("X-Note", "a\r\nX-Injected: b")]
    [InlineData("X-Note", "a\0b")]
    [InlineData("X-Note\r\nX-Injected", "b")]
    [InlineData("X Note", "b")]
    [InlineData("", "b")]
    public void An_injected_header_is_a_finding_without_line_breaks(string name, string value)
    {
        var found = Verifier.VerifyRequest(new(
            "POST",
            LeverageCall.Target,
            [.. LeverageCall.Request().Headers, new(name, value)]));
        Assert.Equal("header-syntax", Assert.Single(found).Rule);
        Assert.DoesNotContain('\r', found.ToString());
        var inResponse = Verifier.VerifyResponse(
            LeverageCall.Request(),
            new(200, [.. LeverageCall.Response().Headers, new(name, value)], LeverageCall.Response().Body));
        Assert.Equal("response-header-syntax", Assert.Single(inResponse).Rule);
    }

    [Theory]
    [InlineData("/fapi/v1/leverage?symbol=a\r\nX-Injected: b")]
    [InlineData("/fapi/v1/leverage?symbol=币安")]
    [InlineData("/fapi/v1/leverage?symbol=\ud800")]
    [InlineData("/fapi/v1/leverage?symbol=a b")]
    public void A_raw_character_in_the_target_is_a_finding(string target) =>
        AssertBounded(Verifier.VerifyRequest(LeverageCall.Request(target)), "request-target");

    [Fact]
    public void A_pattern_that_backtracks_without_end_is_cut_short()
    {
        var verifier = Samples.Load("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  parameters: [{ name: p, in: query, schema: { type: string, pattern: '^(?=(a+)+$)a+$' } }]
                  responses: {}
            """);
        Assert.Equal(
            "parameter-pattern",
            Assert.Single(verifier.VerifyRequest(Samples.Request($"GET /a?p={new string('a', 40)}b"))).Rule);
    }

    private static ContractFindings Verify(byte[] body) =>
        Verifier.VerifyResponse(LeverageCall.Request(), new(200, LeverageCall.Response().Headers, body));

    private static void AssertBounded(ContractFindings findings, string rule)
    {
        Assert.Contains(findings, f => f.Rule == rule);
        Assert.True(findings.Count <= 100);
        Assert.All(findings, f => Assert.True(f.ToString().Length < 700, f.ToString()));
    }
}
