using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Rules;

/// <summary>Ways in which a schema may say what an example shows.</summary>
public sealed class SchemaTests
{
    private const string Ours = "{ $ref: '#/components/schemas/InitialLeverage' }";
    private const string Fields =
        "leverage: { type: integer }, maxNotionalValue: { type: string }, symbol: { type: string }";

    [Theory]
    [InlineData($"{{ type: object, properties: {{ {Fields} }} }}")]
    [InlineData($"{{ properties: {{ {Fields} }} }}")]
    [InlineData($"{{ allOf: [{Ours}] }}")]
    [InlineData($"{{ oneOf: [{Ours}, {{ type: array, items: {Ours} }}] }}")]
    [InlineData($"{{ type: array, items: {Ours}, x-also: item }}")]
    [InlineData(
        "{ allOf: [{ type: object, properties: { leverage: { type: number } } }, { type: object, properties: { "
            + "maxNotionalValue: { type: string }, symbol: { type: string, nullable: true } } }] }")]
    public async Task Check_SchemaThatFitsTheExample_IsTheSame(string schema)
    {
        var run = await CheckAsync(schema, LeveragePage.Text);

        Assert.Empty(run.Rules);
        Assert.Equal(0, run.Code);
    }

    [Theory]
    [InlineData("{ type: array, items: { type: string } }", "field-missing-in-schema")]
    [InlineData(
        "{ type: object, properties: { leverage: { type: integer }, maxNotionalValue: { type: string }, symbol: { "
            + "type: string }, next: { type: string } } }", "field-missing-in-example")]
    [InlineData(
        "{ oneOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: array, items: { "
            + "type: string } }] }", "example-invalid")]
    public async Task Check_SchemaThatDoesNotFit_IsFound(string schema, string rule)
    {
        var run = await CheckAsync(schema, LeveragePage.Text);

        Assert.Equal(1, run.Code);
        Assert.Contains(rule, run.Rules);
    }

    [Theory]
    [InlineData("\"map\": {\"ETHUSDT\": 1}", "map: { type: object, additionalProperties: { type: integer } }", null)]
    [InlineData("\"flag\": \"true\"", "flag: { type: boolean, x-also: text }", null)]
    [InlineData("\"flag\": \"true\"", "flag: { type: boolean }", "field-type")]
    [InlineData("\"list\": [1, 2]", "list: { type: array, items: { type: integer } }", null)]
    [InlineData("\"list\": [\"a\"]", "list: { type: array, items: { type: integer } }", "field-type")]
    [InlineData(
        "\"list\": [{\"a\": 1}]",
        "list: { type: array, items: { type: object, properties: { a: { type: integer } } } }", null)]
    [InlineData("\"list\": [{\"a\": 1, \"b\": 1}, {\"a\": 1}]",
        "list: { type: array, items: { type: object, required: [a, b], properties: { a: { type: integer }, b: { "
            + "type: integer } } } }", "example-invalid")]
    [InlineData("\"list\": [{\"a\": \"x\"}, {\"a\": null}]",
        "list: { type: array, items: { type: object, properties: { a: { type: string } } } }", "example-invalid")]
    [InlineData("\"list\": [{\"a\": \"x\"}, {\"a\": null}]",
        "list: { type: array, items: { type: object, properties: { a: { type: string, nullable: true } } } }", null)]
    [InlineData("\"o\": {\"a\": 1}", "o: { type: object }", "field-missing-in-schema")]
    [InlineData("\"n\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"", "n: { type: string, pattern: '^(a+)+$' }",
        "example-invalid")]
    [InlineData("\"n\": \"ab\"", "n: { type: string, pattern: '^a', minLength: 2, maxLength: 2, enum: [ab, c] }", null)]
    [InlineData("\"n\": \"abc\"", "n: { type: string, maxLength: 2 }", "example-invalid")]
    [InlineData("\"n\": \"d\"", "n: { type: string, enum: [ab, c] }", "example-invalid")]
    [InlineData("\"n\": 3", "n: { type: integer, minimum: 3, maximum: 3 }", null)]
    [InlineData("\"n\": 3", "n: { type: integer, minimum: 3, exclusiveMinimum: true }", "example-invalid")]
    [InlineData("\"n\": 3", "n: { type: integer, maximum: 3, exclusiveMaximum: true }", "example-invalid")]
    [InlineData("\"n\": 3", "n: { type: integer, multipleOf: 2 }", "example-invalid")]
    [InlineData("\"n\": 3", "n: { type: integer, not: { enum: [3] } }", "example-invalid")]
    [InlineData(
        "\"n\": 3", "n: { anyOf: [{ type: integer, maximum: 2 }, { type: integer, minimum: 4 }] }", "example-invalid")]
    [InlineData("\"n\": [3, 3]", "n: { type: array, items: { type: integer }, minItems: 2 }", null)]
    [InlineData("\"n\": [3, 3]", "n: { type: array, items: { type: integer }, uniqueItems: true }", "example-invalid")]
    [InlineData("\"n\": [3, 3]", "n: { type: array, items: { type: integer }, maxItems: 1 }", "example-invalid")]
    [InlineData("\"n\": {\"a\": 1}", "n: { type: object, additionalProperties: { type: integer }, minProperties: 2 }",
        "example-invalid")]
    [InlineData("\"n\": {\"a\": 1}", "n: { type: object, additionalProperties: { type: integer, minimum: 2 } }",
        "example-invalid")]
    [InlineData(
        "\"n\": {\"a\": 1}", "n: { type: object, additionalProperties: { type: integer }, maxProperties: 1 }", null)]
    [InlineData(
        "\"self\": {\"leverage\": 1}", "self: { $ref: '#/components/schemas/InitialLeverage' }", "example-invalid")]
    public async Task Check_FieldOfAnyShape_IsCompared(string example, string property, string? rule)
    {
        var page =
            LeveragePage.Text.Replace("\"symbol\": \"ETHUSDT\"", $"\"symbol\": \"ETHUSDT\", {example}",
            StringComparison.Ordinal);
        using var workspace = new Workspace();
        workspace.ChangeSpec("        maxNotionalValue:\n          type: string",
            $"        {property}\n        maxNotionalValue:\n          type: string");

        var run = await workspace.CheckAsync(workspace.Write("page.md", page));

        Assert.Equal(rule is null ? [] : [rule], run.Rules.Distinct());
    }

    [Theory]
    [InlineData("{ type: text }", "'text' is no type; OpenAPI 3.0 knows string,")]
    [InlineData("{ type: integer, minimum: low }", "a number is wanted here")]
    [InlineData("{ type: string, maxLength: -1 }", "a whole number from 0")]
    [InlineData("{ type: string, pattern: '(' }", "not a regular expression")]
    public async Task Check_SchemaThatIsNone_IsRefusedWithItsLine(string schema, string sentence)
    {
        using var workspace = new Workspace();
        workspace.ChangeSpec($"              schema: {Ours}", $"              schema: {schema}");

        var run =
            await workspace.RunAsync("check", workspace.Write("page.md", LeveragePage.Text), "--spec",
            workspace.SpecFile);

        Assert.Equal(2, run.Code);
        Assert.Contains($"line {workspace.LineOf(schema)}, ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SchemaComposedOfItself_IsRefused()
    {
        using var workspace = new Workspace();
        workspace.ChangeSpec("    InitialLeverage:\n",
            "    InitialLeverage:\n      allOf: [{ $ref: '#/components/schemas/InitialLeverage' }]\n");

        var run =
            await workspace.RunAsync("check", workspace.Write("page.md", LeveragePage.Text), "--spec",
            workspace.SpecFile);

        Assert.Equal(2, run.Code);
        Assert.Contains("composed of itself", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ParametersInAForm_AreComparedToo()
    {
        using var workspace = new Workspace();
        workspace.ChangeSpec(
            """
                    - name: leverage
                      in: query
                      required: true
                      description: Target initial leverage, 1 to 125.
                      schema: { type: integer, format: int32, minimum: 1, maximum: 125 }
                      example: 21

            """,
            "");
        workspace.ChangeSpec(
            "      # In the query, not in a form body: what is signed is then one string, sent as it is.\n",
            """
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema:
                          type: object
                          required: [leverage]
                          properties:
                            leverage: { type: integer, format: int32, minimum: 1, maximum: 120 }

            """);

        var run = await workspace.CheckAsync(workspace.Write("page.md", LeveragePage.Text));

        Assert.Equal(["bounds-wider"], run.Rules);
        Assert.Equal(workspace.LineOf("maximum: 120"),
            run.Finding("bounds-wider", $"{LeveragePage.Name} parameters/leverage/maximum").GetProperty("line")
            .GetInt32());
    }

    [Theory]
    [InlineData("leverage| ENUM| YES| Valid values: LOW, HIGH", "{ type: string, enum: [HIGH, LOW] }", null)]
    [InlineData(
        "leverage| ENUM| YES| Valid values: LOW, HIGH", "{ type: string, enum: [LOW] }", "enum-missing-in-spec")]
    [InlineData("leverage| ENUM| YES| Valid values: LOW, HIGH", "{ type: string }", "enum-missing-in-spec")]
    [InlineData("leverage| ENUM| YES| Valid values: LOW, HIGH", "{ type: string, enum: [LOW, MID, HIGH] }",
        "enum-missing-in-docs")]
    [InlineData("leverage| STRING| YES| ", "{ type: string, enum: [LOW, MID, HIGH] }", null)]
    [InlineData("leverage| INT| EITHER OR BOTH| ", "{ type: integer }", "parameter-mandatory")]
    [InlineData("leverage| INT| 二选一| ", "{ type: integer }", "parameter-mandatory")]
    [InlineData("leverage| INT| YES| Default 20", "{ type: integer, default: 20 }", null)]
    [InlineData("leverage| INT| YES| Default 20", "{ type: integer }", "default")]
    public async Task Check_ValuesOfAParameter_AreCompared(string row, string schema, string? rule)
    {
        using var workspace = new Workspace();
        workspace.ChangeSpec("schema: { type: integer, format: int32, minimum: 1, maximum: 125 }", $"schema: {schema}");
        var page = LeveragePage.Text
            .Replace("leverage| INT| YES| the leverage, int from 1 to 125", row, StringComparison.Ordinal)
            .Replace("leverage| INT| YES| 杠杆：1 到 125 整数", row, StringComparison.Ordinal);

        var run = await workspace.CheckAsync(workspace.Write("page.md", page));

        Assert.Equal(rule is null ? [] : [rule], run.Rules);
    }

    private static async Task<CheckRun> CheckAsync(string schema, string page)
    {
        using var workspace = new Workspace();
        workspace.ChangeSpec($"              schema: {Ours}", $"              schema: {schema}");
        return await workspace.CheckAsync(workspace.Write("page.md", page));
    }
}
