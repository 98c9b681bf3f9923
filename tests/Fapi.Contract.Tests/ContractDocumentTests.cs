using PublicApiGenerator;

namespace Fapi.Contract.Tests;

public sealed class ContractDocumentTests
{
    private static readonly ContractDocument Document = ContractVerifier.Embedded().Document;

    [Fact]
    public void A_parameter_tells_all_that_its_schema_says()
    {
        var operation = Document.Match("POST", "/fapi/v1/leverage")!;
        Assert.Equal(
            ["symbol", "leverage", "recvWindow", "timestamp", "signature"], operation.Parameters.Select(p => p.Name));
        var window = operation.Parameters[2];
        Assert.Equal(("query", false, "integer", "int64"), (window.In, window.Required, window.Type, window.Format));
        Assert.Equal(
            (1m, 60000m, 5000), (window.Minimum!.Value, window.Maximum!.Value, window.Default!.Value.GetInt32()));
        Assert.Equal(1, operation.Parameters[0].MinLength);
        Assert.Equal("TRADE", operation.Extensions["x-security-type"].GetString());
        Assert.Equal("X-MBX-APIKEY", operation.Security.Single().Single().Name);
    }

    [Fact]
    public void Values_behind_YAML_aliases_are_in_place()
    {
        var environments = Document.Extensions["x-environments"];
        Assert.Equal("https://fapi.binance.com", environments.GetProperty("Live").GetString());
        Assert.Equal("https://demo-fapi.binance.com", environments.GetProperty("Testnet").GetString());
    }

    [Fact]
    public void Parameters_of_the_path_are_shared_and_can_be_replaced()
    {
        var document = Samples.Load("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            servers:
              - { url: 'https://{host}/{base}', variables: { host: { default: h }, base: { default: v2 } } }
              - { url: / }
            paths:
              /a:
                parameters:
                  - { name: p, in: query, schema: { type: string, enum: [x, 1] } }
                  - { name: q, in: query, schema: { type: integer } }
                get:
                  parameters: [{ name: q, in: query, required: true, schema: { type: string } }]
                  responses: { 2XX: { description: D } }
            """).Document;
        var operation = document.Match("GET", "/v2/a")!;
        Assert.Same(operation, document.Match("GET", "/a"));
        Assert.Equal("GET /a", operation.Id);
        Assert.Equal(["p False", "q True"], operation.Parameters.Select(p => $"{p.Name} {p.Required}"));
        Assert.Equal(["\"x\"", "1"], operation.Parameters[0].Enum.Select(e => e.GetRawText()));
        Assert.Equal("2XX", Assert.Single(operation.Responses).Status);
    }

    [Fact]
    public void The_public_face_names_no_library_behind_it()
    {
        var api = typeof(ContractDocument).Assembly.GeneratePublicApi();
        Assert.All(["NJsonSchema", "Newtonsoft", "NSwag", "YamlDotNet"],
            library => Assert.DoesNotContain(library, api, StringComparison.Ordinal));
    }

    [Fact]
    public void A_verifier_serves_many_threads()
    {
        var verifier = ContractVerifier.Embedded();
        Parallel.For(0, 2_000, _ =>
        {
            var request = LeverageCall.Request();
            verifier.VerifyRequest(request).ThrowIfAny();
            verifier.VerifyResponse(request, LeverageCall.Response()).ThrowIfAny();
        });
    }
}
