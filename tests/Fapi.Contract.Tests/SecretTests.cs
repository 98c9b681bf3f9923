namespace Fapi.Contract.Tests;

public sealed class SecretTests
{
    private const string Secret = "S3CR3T";
    private static readonly ContractVerifier Verifier = ContractVerifier.Embedded();

    [Theory]
    [InlineData("POST", $"/fapi/v1/leverage?signature={Secret}&symbol=A&leverage=1")]
    [InlineData("POST", $"/fapi/v1/leverage?signature={Secret}&signature={Secret}")]
    [InlineData("POST", $"/fapi/v1/leverage?signature={Secret}%zz")]
    [InlineData("POST", $"/fapi/v1/leverage?signature={Secret}\u0001")]
    [InlineData("POST", $"/fapi/v1/leverag?signature={Secret}")]
    [InlineData("PUT", $"/fapi/v1/leverage?signature={Secret}")]
    [InlineData("GET", $"/fapi/v1/time?signature={Secret}")]
    public void The_signature_is_never_shown(string method, string target)
    {
        var request = new RecordedRequest(method, target, [new("X-MBX-APIKEY", "k")]);
        AssertHidden(Verifier.VerifyRequest(request));
        Assert.DoesNotContain(Secret, request.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fapi/v1/time", Secret)]
    [InlineData("/fapi/v1/time", Secret + "\r\nX-Injected: 1")]
    [InlineData("/fapi/v1/tim", Secret)]
    public void The_key_is_never_shown(string target, string key)
    {
        var request = new RecordedRequest("GET", target, [new("X-MBX-APIKEY", key), new("X-MBX-APIKEY", key)]);
        AssertHidden(Verifier.VerifyRequest(request));
        Assert.DoesNotContain(Secret, request.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Passwords_signatures_and_credentials_described_as_parameters_are_masked()
    {
        var verifier = Samples.Load("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  parameters:
                    - { name: pin, in: query, schema: { type: string, format: password, maxLength: 2 } }
                    - { name: X-Key, in: header, schema: { type: integer } }
                    - { name: proof, in: query, x-signature: true, schema: { type: string, maxLength: 2 } }
                  requestBody:
                    content:
                      application/json:
                        schema: { properties: { word: { type: string, format: password, maxLength: 2 } } }
                  responses: {}
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
            """);
        var found = verifier.VerifyRequest(Samples.Request(
            $"POST /a?pin={Secret}&proof={Secret}\nX-Key: {Secret}\nContent-Type: application/json\n\n"
            + $"{{\"word\":\"{Secret}\"}}"));
        AssertHidden(found);
        Assert.Equal(
            ["body /word", "header X-Key", "header X-Key", "query pin", "query proof"],
            found.Select(f => f.Location));
    }

    private static void AssertHidden(ContractFindings findings)
    {
        Assert.NotEmpty(findings);
        Assert.DoesNotContain(Secret, findings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Secret,
            Assert.Throws<ContractViolationException>(findings.ThrowIfAny).ToString(),
            StringComparison.Ordinal);
    }
}
