namespace Fapi.Contract.Tests;

public sealed class FindingsTests
{
    [Fact]
    public void Findings_are_listed_readably_and_in_a_stable_order()
    {
        var request = Samples.Request("GET /v1/items?sort=up&limit=0");
        var error = Assert.Throws<ContractViolationException>(
            () => Samples.Verifier.VerifyRequest(request).ThrowIfAny());
        Assert.Equal(
            """
            The contract is broken in 3 places:
            security-missing: listItems, header X-Key
              expected: the credential of key
              found:    none
            parameter-range: listItems, query limit
              expected: 1 to 100
              found:    0
            parameter-enum: listItems, query sort
              expected: one of asc, desc
              found:    'up'
            """,
            error.Message,
            ignoreLineEndingDifferences: true);
        Assert.Equal(error.Findings, Samples.Verifier.VerifyRequest(Samples.Request("GET /v1/items?limit=0&sort=up")));
    }

    [Fact]
    public void An_unknown_path_comes_with_the_nearest_one()
    {
        var found = Assert.Single(ContractVerifier.Embedded().VerifyRequest(new("POST", "/fapi/v1/leverag?symbol=A")));
        Assert.Equal(("operation-unknown", "'/fapi/v1/leverag'"), (found.Rule, found.Actual));
        Assert.Contains("/fapi/v1/leverage", found.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_to_an_unknown_request_is_not_passed_over() =>
        Assert.Equal(
            "operation-unknown",
            Assert.Single(Samples.Verifier.VerifyResponse(new("GET", "/x"), new(200))).Rule);

    [Fact]
    public void A_message_that_keeps_to_the_contract_has_no_findings()
    {
        var findings = ContractVerifier.Embedded().VerifyRequest(LeverageCall.Request());
        Assert.Empty(findings);
        Assert.Same(ContractFindings.None, findings);
    }

    [Theory]
    [InlineData("[{ basic: [] }, { token: [] }]", "Basic x", "")]
    [InlineData("[{ basic: [] }, { token: [] }]", "bearer x", "")]
    [InlineData("[{ basic: [] }]", "Bearer x", "security-missing")]
    [InlineData("[{ basic: [] }, {}]", null, "")]
    [InlineData("[{ token: [], cookie: [] }]", "Bearer x", "security-missing")]
    [InlineData("[]", "Bearer x", "security-unexpected")]
    public void Security_alternatives_are_tried_in_turn(string security, string? authorization, string rules)
    {
        var verifier = Samples.Load($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: { /a: { get: { security: {{security}}, responses: {} } } }
            components:
              securitySchemes:
                basic: { type: http, scheme: basic }
                token: { type: http, scheme: bearer }
                open: { type: openIdConnect, openIdConnectUrl: https://h }
                cookie: { type: apiKey, in: cookie, name: session }
            """);
        var found = verifier.VerifyRequest(new(
            "GET",
            "/a",
            authorization is null ? [] : [new("Authorization", authorization)]));
        Assert.Equal(rules, string.Join(' ', found.Select(f => f.Rule)));
    }
}
