namespace Fapi.Contract.Tests;

public sealed class DocumentErrorTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";

    [Theory]
    [InlineData("", null, "the document is empty")]
    [InlineData("just a text", 1, "an OpenAPI document is an object")]
    [InlineData("[1, 2]", 1, "an OpenAPI document is an object")]
    [InlineData("{ \"a\": ", 1, "not readable")]
    [InlineData("{ \"a\": 1, \"a\": 2 }", 1, "not readable")]
    [InlineData("openapi: 3.0.3\ninfo: {c\npaths: 1\n", 2, "not readable as YAML")]
    [InlineData("openapi: 3.0.3\ninfo: [", 3, "not readable as YAML")]
    [InlineData("openapi: 3.0.3\ninfo: 'a\npaths: 1", 2, "not readable as YAML")]
    [InlineData("openapi: 3.0.3\nopenapi: 3.0.3", 2, "not readable")]
    [InlineData("openapi: 3.0.3\na: *nowhere", 2, "the alias '*nowhere' has no anchor")]
    [InlineData("openapi: 3.0.3\n---\nopenapi: 3.0.3", 2, "more than one YAML document")]
    [InlineData("title: x", 1, "the key 'openapi' is missing")]
    [InlineData("swagger: '2.0'", 1, "Swagger 2.0 is not supported")]
    [InlineData("info: 1\nopenapi: 3.1.0", 2, "OpenAPI 3.1.0 is not supported")]
    [InlineData("openapi: [3]", 1, "is not supported")]
    [InlineData("openapi: 3.0.3\ninfo: { title: T }", 1, "the key 'paths' is missing")]
    [InlineData("openapi: 3.0.3\npaths: {}", 1, "the key 'info' is missing")]
    [InlineData(Head + "paths: 5", 3, "an object is wanted here")]
    [InlineData(Head + "paths: { /a: { get: 5 } }", 3, "an object is wanted here")]
    [InlineData(Head + "paths: { a: {} }", 3, "has to start with /")]
    [InlineData(Head + "paths: { '/a/{b': {} }", 3, "braces have to match")]
    [InlineData(Head + "paths: { '/a/{b}': { get: {} } }", 3, "the path parameter 'b' is not described")]
    [InlineData(Head + "paths: { /a: { get: { operationId: x }, put: { operationId: x } } }", 3,
        "the operationId 'x' occurs twice")]
    [InlineData(Head + "paths: { /a: { get: { parameters: 1 } } }", 3, "a list is wanted here")]
    [InlineData(Head + "paths: { /a: { get: { parameters: [{ in: query }] } } }", 3, "the key 'name' is missing")]
    [InlineData(
        Head + "paths: { /a: { get: { parameters: [{ name: a, in: moon }] } } }", 3, "query, header, path or cookie")]
    [InlineData(Head + "paths: { /a: { get: { parameters: [{ name: a, in: query }] } } }", 3, "has no schema")]
    [InlineData(
        Head + "paths: {}\ncomponents: { schemas: { A: { $ref: '#/components/schemas/B' } } }", 4, "leads nowhere")]
    [InlineData(
        Head + "paths: {}\ncomponents: { schemas: { A: { $ref: 'other.yaml#/B' } } }", 4, "leads out of the document")]
    [InlineData(Head + "paths: {}\ncomponents: { responses: { default: { $ref: '#/nowhere' } } }", 4, "leads nowhere")]
    [InlineData(Head + "paths: { /a: { $ref: '#/paths/~1a' } }", 3, "leads back to itself")]
    [InlineData(Head + "paths: { /a: { get: { security: [{ none: [] }] } } }", 3, "no security scheme 'none'")]
    [InlineData(Head + "paths: {}\ncomponents: { securitySchemes: { a: { type: magic } } }", 4,
        "'magic' is not a security scheme")]
    public void A_document_that_cannot_be_used_is_refused_with_place_and_reason(
        string document, int? line, string reason)
    {
        var error = Assert.Throws<ContractDocumentException>(() => Samples.Load(document, "broken.yaml"));
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
        Assert.Equal(line, error.Line);
        Assert.StartsWith(
            line is null ? "broken.yaml" : $"broken.yaml, line {line}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: [string, 'null'] }", "a text is wanted here")]
    [InlineData("{ type: money }", "'money' is no type; OpenAPI 3.0 knows string,")]
    [InlineData("{ type: integer, minimum: low }", "a number is wanted here")]
    [InlineData("{ type: integer, minimum: 1, exclusiveMinimum: 5 }", "true or false is wanted here")]
    [InlineData("{ type: string, pattern: '(' }", "not a regular expression")]
    [InlineData("{ type: string, minLength: 1.5 }", "whole number")]
    [InlineData("{ type: string, maxLength: 99999999999999 }", "whole number")]
    [InlineData("{ type: array, items: { type: string }, maxItems: many }", "whole number")]
    [InlineData("{ required: true }", "a list is wanted here")]
    [InlineData("{ required: [1] }", "texts")]
    [InlineData("{ enum: x }", "a list is wanted here")]
    [InlineData("{ format: 5 }", "a text is wanted here")]
    [InlineData("{ nullable: maybe }", "true or false is wanted here")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/A' }] }", "composed of itself")]
    public void A_schema_that_cannot_be_used_is_refused_with_its_place(string schema, string reason)
    {
        var document =
            $"{Head}paths:\n  /a:\n    get:\n"
            + "      parameters: [{ name: a, in: query, schema: { $ref: '#/components/schemas/A' } }]\n"
            + $"components:\n  schemas:\n    A: {schema}";
        var error = Assert.Throws<ContractDocumentException>(() => Samples.Load(document));
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
        Assert.Equal(9, error.Line);
        Assert.StartsWith("/components/schemas/A", error.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_in_an_example_is_a_text_like_any_other() =>
        Samples.Load(Head + "paths: {}\ncomponents: { schemas: { A: { example: { $ref: '#/nowhere' } } } }");

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains(
            "no-such.yaml",
            Assert.Throws<ContractDocumentException>(() => ContractVerifier.FromFile("no-such.yaml")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Throws<ContractDocumentException>(
            () => ContractVerifier.FromStream(new MemoryStream([0xff, 0xfe, 0xc0, 0x80]), "x"));

    [Fact]
    public void Aliases_that_multiply_are_refused()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Assert.Throws<ContractDocumentException>(() => Samples.Load(text.ToString()));
        Assert.Throws<ContractDocumentException>(() => Samples.Load("a: &a [*a]"));
        Assert.Throws<ContractDocumentException>(() => Samples.Load(new string('[', 100_000)));
        Assert.Throws<ContractDocumentException>(
            () => Samples.Load("{" + string.Concat(Enumerable.Repeat("\"a\":{", 100_000))));
    }

    [Fact]
    public void Json_is_read_like_YAML() =>
        Assert.Equal(
            "T", Samples.Load("""{"openapi":"3.0.0","info":{"title":"T","version":"1"},"paths":{}}""").Document.Title);
}
