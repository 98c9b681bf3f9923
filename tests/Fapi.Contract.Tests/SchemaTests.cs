namespace Fapi.Contract.Tests;

public sealed class SchemaTests
{
    // Schema, a JSON body that fits it, one that does not, and where the finding stands.
    [Theory]
    [InlineData("{ type: integer, format: int32 }", "2147483647", "2147483648", "body")]
    [InlineData("{ type: integer, format: int64 }", "9223372036854775807", "9223372036854775808", "body")]
    [InlineData("{ type: integer }", "-5", "1.5", "body")]
    [InlineData("{ type: integer, maximum: 5 }", "5", "99999999999999999999999999999999999999", "body")]
    [InlineData("{ type: number, minimum: 0, exclusiveMinimum: true }", "0.1", "0", "body")]
    [InlineData("{ type: number, multipleOf: 0.01 }", "1.25", "1.255", "body")]
    [InlineData("{ type: number, maximum: 5 }", "1e-300", "1e300", "body")]
    [InlineData("{ type: string, nullable: true }", "null", "1", "body")]
    [InlineData("{ type: string }", "\"\"", "null", "body")]
    [InlineData("{ type: string, format: date }", "\"2026-02-28\"", "\"2026-02-30\"", "body")]
    [InlineData("{ type: string, format: date-time }", "\"2026-02-28T23:59:59.123+01:00\"", "\"2026-02-28\"", "body")]
    [InlineData("{ type: string, format: uuid }", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "\"0f8fad5b\"", "body")]
    [InlineData("{ type: string, pattern: '^(?=a)a+$' }", "\"aa\"", "\"ab\"", "body")]
    [InlineData("{ enum: [1, two, null] }", "\"two\"", "3", "body")]
    [InlineData("{ type: boolean }", "true", "\"true\"", "body")]
    [InlineData("{ type: boolean, x-also: text }", "\"true\"", "\"yes\"", "body")]
    [InlineData("{ type: boolean, x-also: text }", "false", "0", "body")]
    [InlineData("{ properties: { a: { type: boolean, x-also: text } } }", "{\"a\":\"false\"}", "{\"a\":\"no\"}",
        "body /a")]
    [InlineData("{ type: array, items: { type: object, required: [a] }, x-also: item }", "{\"a\":1}", "{}", "body /a")]
    [InlineData("{ type: array, items: { type: object, required: [a] }, x-also: item }", "[{\"a\":1}]", "[{}]",
        "body /0/a")]
    [InlineData("{ type: array, items: { type: integer }, x-also: item }", "1", "[[1]]", "body /0")]
    [InlineData("{ type: array, items: { type: integer } }", "[1]", "1", "body")]
    [InlineData("{ type: array, items: { type: integer }, minItems: 1 }", "[1]", "[]", "body")]
    [InlineData("{ type: array, items: { type: integer } }", "[1, 2]", "[1, \"2\"]", "body /1")]
    [InlineData("{ type: object, additionalProperties: false, properties: { a: {} } }", "{\"a\":1}", "{\"b~/\":1}",
        "body /b~0~1")]
    [InlineData("{ type: object, additionalProperties: { type: integer } }", "{\"x\":1}", "{\"x\":\"1\"}", "body /x")]
    [InlineData("{ type: object }", "{\"x\":1}", "[]", "body")]
    [InlineData("{ type: object, minProperties: 1 }", "{\"x\":1}", "{}", "body")]
    [InlineData("{ type: object, required: [a], properties: { a: { type: object, required: [b] } } }",
        "{\"a\":{\"b\":1}}", "{\"a\":{}}", "body /a/b")]
    [InlineData("{ allOf: [{ required: [a] }, { required: [b] }] }", "{\"a\":1,\"b\":2}", "{\"a\":1}", "body /b")]
    [InlineData("{ allOf: [{ type: string, nullable: true }] }", "null", "1", "body")]
    [InlineData("{ anyOf: [{ type: string }, { type: integer }] }", "1", "true", "body")]
    [InlineData("{ oneOf: [{ type: integer }, { minimum: 5 }] }", "1", "7", "body")]
    [InlineData(
        "{ oneOf: [{ type: object, nullable: true, required: [a] }, { type: integer }] }", "null", "{}", "body")]
    [InlineData("{ not: { type: string } }", "1", "\"a\"", "body")]
    [InlineData("{ $ref: '#/components/schemas/Tree' }", "{\"children\":[{\"children\":[]}]}",
        "{\"children\":[{\"children\":[1]}]}", "body /children/0/children/0")]
    [InlineData("{ $ref: '#/components/schemas/odd~1na~0me%20x' }", "1", "\"1\"", "body")]
    public void A_body_is_held_against_its_schema(string schema, string right, string wrong, string location)
    {
        var verifier = Samples.Load($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  requestBody: { content: { application/json: { schema: {{schema}} } } }
                  responses:
                    default: { description: D, content: { application/vnd.a+json: { schema: {{schema}} } } }
            components:
              schemas:
                Tree:
                  type: object
                  properties: { children: { type: array, items: { $ref: '#/components/schemas/Tree' } } }
                odd/na~me x: { type: integer }
            """);
        var request = Samples.Request($"POST /a\nContent-Type: application/json\n\n{right}");
        verifier.VerifyRequest(request).ThrowIfAny();
        verifier.VerifyResponse(request, Samples.Response($"200\nContent-Type: application/vnd.a+json\n\n{right}"))
            .ThrowIfAny();

        var found = verifier.VerifyRequest(Samples.Request($"POST /a\nContent-Type: application/json\n\n{wrong}"));
        Assert.Equal(("request-body-schema", location), (found[0].Rule, found[0].Location));
        found = verifier.VerifyResponse(
            request, Samples.Response($"200\nContent-Type: application/vnd.a+json\n\n{wrong}"));
        Assert.Equal(("response-body-schema", location), (found[0].Rule, found[0].Location));
    }

    [Fact]
    public void A_place_deep_in_long_arrays_is_named()
    {
        var verifier = Samples.Load("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Rows' } } } }
                  responses: {}
            components:
              schemas:
                Rows: { type: array, items: { type: array, items: { allOf: [{ type: integer }] } } }
            """);
        var row = $"[{string.Join(',', Enumerable.Range(0, 90))},\"x\"]";
        var found = verifier.VerifyRequest(
            Samples.Request(
                $"POST /a\nContent-Type: application/json\n\n[{string.Join(',', Enumerable.Repeat("[]", 80))},{row}]"));
        Assert.Equal("body /80/90", Assert.Single(found).Location);
    }

    [Fact]
    public void Read_only_properties_are_required_of_responses_and_write_only_ones_of_requests()
    {
        const string schema =
            "{ type: object, required: [r, w], properties: { r: { type: integer, readOnly: true }, "
            + "w: { type: integer, writeOnly: true } } }";
        var verifier = Samples.Load($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  requestBody: { content: { application/json: { schema: {{schema}} } } }
                  responses: { default: { description: D, content: { application/json: { schema: {{schema}} } } } }
            """);
        var request = Samples.Request("POST /a\nContent-Type: application/json\n\n{\"w\":1}");
        verifier.VerifyRequest(request).ThrowIfAny();
        verifier.VerifyResponse(request, Samples.Response("200\nContent-Type: application/json\n\n{\"r\":1}"))
            .ThrowIfAny();
        Assert.Equal(
            "body /w",
            Assert.Single(
                verifier.VerifyRequest(
                    Samples.Request("POST /a\nContent-Type: application/json\n\n{\"r\":1}"))).Location);
        Assert.Equal(
            "body /r",
            Assert.Single(
                verifier.VerifyResponse(
                    request, Samples.Response("200\nContent-Type: application/json\n\n{\"w\":1}"))).Location);
    }

    [Theory]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("// note\n{}")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{} {}")]
    [InlineData("\"\\ud800\"")]
    [InlineData("01")]
    [InlineData("{\"a\":")]
    public void What_is_almost_JSON_is_not_JSON(string body) =>
        Assert.Equal(
            ["request-body-syntax"],
            Samples.Verifier.VerifyRequest(
                Samples.Request($"POST /v1/items\nX-Key: k\nContent-Type: application/json\n\n{body}"))
                .Select(f => f.Rule));
}
