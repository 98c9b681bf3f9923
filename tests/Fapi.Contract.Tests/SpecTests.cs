using System.Text.Json;
using NSwag;

namespace Fapi.Contract.Tests;

// What spec/openapi.yaml promises to those who generate from it.
public sealed class SpecTests
{
    private static readonly string[] Statuses = ["400", "403", "408", "418", "429", "503", "default"];
    private static readonly string[] SecurityTypes = ["NONE", "MARKET_DATA", "USER_STREAM", "USER_DATA", "TRADE"];
    private static readonly ContractVerifier Verifier = ContractVerifier.Embedded();

    public static TheoryData<string> Operations => [.. Verifier.Document.Operations.Select(o => o.Id)];

    [Fact]
    public async Task The_generators_own_parser_reads_the_same_operations()
    {
        using var resource = typeof(ContractVerifier).Assembly.GetManifestResourceStream("openapi.yaml")!;
        using var text = new StreamReader(resource);
        var document = await OpenApiYamlDocument.FromYamlAsync(
            await text.ReadToEndAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Equal(
            Verifier.Document.Operations.Select(
                o => $"{o.Method} {o.Path} {o.Id}: {string.Join(' ', o.Parameters.Select(p => p.Name))}"),
            document.Operations.Select(
                o => $"{o.Method.ToUpperInvariant()} {o.Path} {o.Operation.OperationId}: "
                    + $"{string.Join(' ', o.Operation.ActualParameters.Select(p => p.Name))}"));
        Assert.Equal(Verifier.Document.Servers, document.Servers.Select(s => s.Url));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_carries_all_that_the_SDK_lives_on(string id)
    {
        var operation = Operation(id);
        Assert.Matches("^[a-z][A-Za-z0-9]+$", operation.Id);
        Assert.EndsWith(".", operation.Summary, StringComparison.Ordinal);
        Assert.True(operation.Extensions["x-weight"].GetInt32() > 0);
        Assert.True(operation.Extensions["x-repeat-harmless"].ValueKind is JsonValueKind.True or JsonValueKind.False);
        Assert.Contains(operation.Extensions["x-security-type"].GetString(), SecurityTypes);
        // Taken from the schema, from pages, or from both.
        var sources = operation.Extensions["x-docs"].EnumerateObject()
            .SelectMany(kind => kind.Value.EnumerateArray()).Select(source => source.GetString()!).ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.Equal(Uri.UriSchemeHttps, new Uri(source).Scheme));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Security_type_credentials_and_signature_go_together(string id)
    {
        var operation = Operation(id);
        var type = operation.Extensions["x-security-type"].GetString();
        Assert.Equal(type == "NONE", operation.Security.Count == 0);
        Assert.Equal(
            type is "TRADE" or "USER_DATA",
            operation.Parameters.Any(p => p is { IsSignature: true, Required: true, IsSecret: true }));
        Assert.DoesNotContain(operation.Parameters.SkipLast(1), p => p.IsSignature);
        Assert.Equal(
            type is "TRADE" or "USER_DATA", operation.Parameters.Any(p => p is { Name: "timestamp", Required: true }));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_parameter_has_type_format_bounds_description_and_a_fitting_example(string id)
    {
        var operation = Operation(id);
        Assert.All(operation.Parameters, p =>
        {
            Assert.NotNull(p.Type);
            Assert.False(string.IsNullOrWhiteSpace(p.Description), p.Name);
            Assert.True(p.Example.HasValue, p.Name);
            Assert.True(p.Type != "integer" || (p.Format is "int32" or "int64" && p.Minimum.HasValue), p.Name);
            Assert.True(p.Type != "string" || p.MinLength > 0 || p.Enum.Count > 0, p.Name);
        });
        var query = string.Join(
            '&', operation.Parameters.Select(p => $"{p.Name}={Uri.EscapeDataString(Text(p.Example!.Value))}"));
        var headers = operation.Security.SelectMany(a => a).Select(s => KeyValuePair.Create(s.Name, "k"));
        Verifier.VerifyRequest(new RecordedRequest(operation.Method, $"{operation.Path}?{query}", [.. headers]))
            .ThrowIfAny();
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_error_status_is_documented_with_the_error_schema(string id)
    {
        var operation = Operation(id);
        Assert.Equal(["200", .. Statuses], operation.Responses.Select(r => r.Status));
        foreach (var status in Statuses)
        {
            var code = Code(status);
            Assert.Empty(Rules(operation, code, """{"code":-1,"msg":"no"}"""));
            Assert.Equal(["response-body-schema", "response-body-schema"], Rules(operation, code, "{}"));
            Assert.Equal(
                ["response-body-schema", "response-body-schema"], Rules(operation, code, """{"code":"-1","msg":1}"""));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Used_weight_and_Retry_After_stand_where_they_belong(string id)
    {
        foreach (var response in Operation(id).Responses)
        {
            var names = response.Headers.Select(h => h.Name);
            Assert.Equal(response.Status is not ("403" or "default"), names.Contains("X-MBX-USED-WEIGHT-1M"));
            Assert.Equal(response.Status is "418" or "429", names.Contains("Retry-After"));
            Assert.All(
                response.Headers, h => Assert.True(h is { Type: "integer", Minimum: 0, Example: not null }, h.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_response_has_examples_of_body_and_headers_that_fit(string id)
    {
        var operation = Operation(id);
        foreach (var response in operation.Responses)
        {
            var text = Text(response.Example!.Value);
            var headers = response.Headers.Select(h => KeyValuePair.Create(h.Name, h.Example.ToString()!))
                .Append(new("Content-Type", response.ContentTypes[0]));
            Verifier.VerifyResponse(
                new RecordedRequest(operation.Method, operation.Path),
                new RecordedResponse(Code(response.Status), [.. headers], Encoding.UTF8.GetBytes(text))).ThrowIfAny();
        }
    }

    [Fact]
    public void The_leverage_response_is_the_one_of_the_docs()
    {
        var example = Operation("changeInitialLeverage").SuccessExample!.Value;
        Assert.Equal("""{"leverage":21,"maxNotionalValue":"1000000","symbol":"BTCUSDT"}""", example.GetRawText());
    }

    [Fact]
    public void Rate_limits_outcomes_environments_and_error_codes_are_complete()
    {
        var extensions = Verifier.Document.Extensions;
        Assert.Equal(2400, extensions["x-rate-limits"][0].GetProperty("limit").GetInt32());
        Assert.Equal(
            Verifier.Document.Servers,
            extensions["x-environments"].EnumerateObject().Select(e => e.Value.GetString()!));
        var codes = extensions["x-error-codes"].EnumerateArray().ToArray();
        Assert.Equal(codes.Length, codes.Select(c => c.GetProperty("code").GetInt32()).Distinct().Count());
        Assert.All(codes, c =>
        {
            Assert.Matches("^[A-Z_]+$", c.GetProperty("name").GetString()!);
            Assert.EndsWith(".", c.GetProperty("meaning").GetString()!, StringComparison.Ordinal);
            Assert.EndsWith(".", c.GetProperty("action").GetString()!, StringComparison.Ordinal);
        });
        Assert.All(extensions["x-outcomes"].EnumerateArray(), o =>
            Assert.True(
                o.GetProperty("outcome")
                    .GetString() is "Refused" or "RateLimited" or "Banned" or "Unavailable" or "Unknown"
                        or "AlreadySet"));
    }

    private static ContractOperation Operation(string id) => Verifier.Document.Operations.Single(o => o.Id == id);

    private static string Text(JsonElement example) =>
        example.ValueKind == JsonValueKind.String ? example.GetString()! : example.GetRawText();

    private static int Code(string status) =>
        status == "default" ? 599 : int.Parse(status, System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Rules(ContractOperation operation, int status, string body) =>
    [
        .. Verifier.VerifyResponse(
            new RecordedRequest(operation.Method, operation.Path),
            new RecordedResponse(status, [new("Content-Type", "application/json"), new("X-MBX-USED-WEIGHT-1M", "1")],
                Encoding.UTF8.GetBytes(body)))
            .Select(f => f.Rule),
    ];
}
