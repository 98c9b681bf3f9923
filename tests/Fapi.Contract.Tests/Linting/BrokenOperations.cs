using Regeneration.Tests.Support;

namespace Fapi.Contract.Tests.Linting;

/// <summary>Operations that the client could not send, or whose response it could not read.</summary>
internal static class BrokenOperations
{
    private const string NoType =
        "'integr' is no type; OpenAPI 3.0 knows string, integer, number, boolean, array, object.";

    private const string Leverage = "        - name: leverage\n          in: query\n";

    internal static IReadOnlyList<BrokenSpec> All { get; } =
    [
        new("cookie parameter", spec => spec.With(Leverage, Leverage.With("query", "cookie")), "- name: leverage",
            "Parameter 'leverage' of 'changeInitialLeverage' is in a cookie"),
        Header("X-MBX-apikey", "carries a key; its security scheme suffices."),
        Header("X Trace", "is no name of a header."),
        Header("content-language", "is a header that belongs to HTTP"),
        Header("X-Trace", "is an array, which this client sends in no header.", "array, items: { type: string }"),
        Parameter("object parameter", "{ name: extra, in: query, schema: { type: object } }",
            "is an object, which this client has no text for"),
        .. new[] { "date", "time", "duration", "time-span", "byte", "binary", "base64", "base64url", "uri" }.Select(
            format => Parameter(
                $"parameter of the format {format}",
                $"{{ name: extra, in: query, schema: {{ type: string, format: {format} }} }}",
                $"is a string of the format {format}, which this client has no text for")),
        new("bounds that allow nothing", spec => spec.With("minimum: 1, maximum: 125", "minimum: 126, maximum: 125"),
            "minimum: 126",
            "Parameter 'leverage' of 'changeInitialLeverage' allows no value: its minimum is 126, its maximum 125."),
        new(
            "placeholder without a parameter",
            BrokenSpec.Operation("readAdded", operation => operation.With("/fapi/v1/added", "/fapi/v1/{added}")),
            "    get:\n      operationId: readAdded", "the path parameter 'added' is not described"),
        Parameter(
            "path parameter without a placeholder",
            "{ name: extra, in: path, required: true, example: a, schema: { type: string } }",
            "is in the path, which has no {extra}."),
        Parameter(
            "items that are objects", "{ name: extra, in: query, schema: { type: array, items: { type: object } } }",
            "is an object, which this client has no text for"),
        Parameter(
            "lengths that allow nothing",
            "{ name: extra, in: query, schema: { type: string, minLength: 3, maxLength: 2 } }",
            "allows no value: its minLength is 3, its maxLength 2."),
        Parameter(
            "numbers of items that allow nothing",
            "{ name: extra, in: query, schema: { type: array, items: { type: string }, minItems: 3, maxItems: 2 } }",
            "allows no value: its minItems is 3, its maxItems 2."),
        Parameter("parameter of no type", "{ name: extra, in: query, schema: { description: Any. } }",
            "is of no type, which this client has no text for"),
        Operation(
            "body", "      parameters: []\n",
            "      requestBody: { content: { application/json: { schema: { type: object } } } }\n",
            "has a body that is no form of fields",
            "requestBody: { content: { application/json: { schema: { type: object"),
        Operation(
            "response that is a file",
            "application/json: { example: {}, schema: { $ref: '#/components/schemas/ExchangeTime' } }",
            "image/png: { schema: { type: string, format: binary } }", "responds with a file", "image/png"),
        Operation("response that is text", "application/json", "text/plain", "responds with text/plain", "text/plain"),
        Operation("response of several shapes", "{ $ref: '#/components/schemas/ExchangeTime' }",
            "{ oneOf: [ { $ref: '#/components/schemas/ExchangeTime' }, "
            + "{ type: array, items: { $ref: '#/components/schemas/ExchangeTime' } } ] }",
            "responds with one of several schemas, which C# has no type for; describe the one that its parameters lead "
            + "to. Where an array may come as one item without it, say x-also: item on the array.", "oneOf"),
        Operation("response of any of two shapes", "{ $ref: '#/components/schemas/ExchangeTime' }",
            "{ anyOf: [ { $ref: '#/components/schemas/ExchangeTime' }, { type: object } ] }",
            "responds with one of several schemas", "anyOf"),
        Field("field of several schemas", "{ anyOf: [ { type: string }, { type: integer } ] }",
            "is made of several schemas, which this client has no type for"),
        Field("field of a format that needs reflection", "{ type: string, format: date-time }",
            "is a string of the format date-time, which this client keeps as it came"),
        Field("items of a format that needs reflection", "{ type: array, items: { type: string, format: uuid } }",
            "is a string of the format uuid, which this client keeps as it came"),
        Field("numbers that may be null", "{ type: array, items: { type: integer, nullable: true } }",
            "has numbers that may be null, which this client has no type for"),
        Operation("response without an example", "example: {}, schema: { $ref: '#/components/schemas/ExchangeTime' }",
            "schema: { type: array, items: { type: string } }",
            "has no example of its response, which the sandbox answers with; give one here or in the schema.",
            "schema: { type: array, items: { type: string } }"),
        Parameter("required parameter without an example",
            "{ name: extra, in: query, required: true, schema: { type: string } }",
            "is required and has no example, which tests make requests of; give one here or in the schema."),
        Parameter("type of a parameter that is none", "{ name: extra, in: query, schema: { type: integr } }", NoType,
            isOfOperation: false),
        Operation("type of a response that is none", "{ $ref: '#/components/schemas/ExchangeTime' }",
            "{ type: array, items: { type: integr } }", NoType, "type: integr", isOfOperation: false),
        new("type of a schema that is none", BrokenSpec.Schema("Added", "id: { type: integr }"), "id: { type: integr }",
            NoType),
        new("type of an unused schema that is none",
            spec => spec.WithAfter("\n  schemas:\n", "    Added: { type: integr }\n"), "Added: {", NoType),
        Also("item", "object, properties: { id: { type: string } }", "object"),
        Also("text", "array, items: { type: string }", "array"),
        Also("item", "boolean", "boolean"),
        Also("both", "boolean", "boolean"),
        .. new[] { ("true", "string"), ("false", "integer") }.Select(mark => new BrokenSpec(
            $"exchange code {mark}",
            BrokenSpec.Schema("Added", $"code: {{ type: {mark.Item2}, x-exchange-code: {mark.Item1} }}"),
            "    Added: {",
            $"'x-exchange-code' of 'code' is '{mark.Item1}'; only true is allowed, on an integer.")),
        Form("form of a GET", "get", "query: { type: string }",
            "Operation 'sendAdded' is a GET and has a body", "operationId: sendAdded"),
        Form("field that is an object", "post", "extra: { type: object, example: {} }",
            "Parameter 'extra' of 'sendAdded' is an object, which this client has no text for"),
        Form("field without an example", "post", "extra: { type: string }",
            "Parameter 'extra' of 'sendAdded' is required and has no example"),
        Form("bounds of a field", "post", "extra: { type: integer, example: 1, minimum: 2, maximum: 1 }",
            "Parameter 'extra' of 'sendAdded' allows no value: its minimum is 2, its maximum 1."),
        Form("stamp outside of the form", "post", "extra: { type: string, example: a }",
            "Operation 'sendAdded' has a form, and 'timestamp' outside of it; put it into the form", "    timestamp:\n",
            "[ { $ref: '#/components/parameters/timestamp' } ]"),
        Operation("no weight", "      x-weight: 1\n", "", "has no x-weight"),
        Operation("negative weight", "x-weight: 1", "x-weight: -1", "has x-weight -1; it is a whole number, 0 or more.",
            "x-weight: -1"),
        Operation("broken weight", "x-weight: 1", "x-weight: 1.5", "has x-weight 1.5; it is a whole number, 0 or more.",
            "x-weight: 1.5"),
        Operation("no security type", "      x-security-type: NONE\n", "", "has no x-security-type"),
        Operation("unknown security type", "x-security-type: NONE", "x-security-type: TRADING",
            "has x-security-type TRADING; it is NONE, MARKET_DATA, USER_STREAM, USER_DATA or TRADE.",
            "x-security-type: TRADING"),
        Operation("harm that is not known", "x-repeat-harmless: true", "x-repeat-harmless: perhaps",
            "has no x-repeat-harmless: true or false.", "x-repeat-harmless: perhaps"),
    ];

    private static BrokenSpec Parameter(string name, string parameter, string message, bool isOfOperation = true) =>
        new(name, BrokenSpec.Parameter(parameter), parameter,
            (isOfOperation ? "Parameter 'extra' of 'changeInitialLeverage' " : "") + message);

    private static BrokenSpec Header(string header, string message, string type = "string") =>
        new($"header {header} of the type {type}",
            BrokenSpec.Parameter($"{{ name: {header}, in: header, schema: {{ type: {type} }} }}"), $"name: {header}",
            $"Parameter '{header}' of 'changeInitialLeverage' {message}");

    private static BrokenSpec Also(string form, string schema, string type) =>
        new($"x-also {form} of {type}", BrokenSpec.Schema("Added", $"id: {{ type: {schema}, x-also: {form} }}"),
            "    Added: {",
            $"'x-also: {form}' stands on the type '{type}'; an array takes item, a boolean takes text.");

    /// <summary>An operation with a form of one field.</summary>
    private static BrokenSpec Form(
        string name, string method, string field, string message, string? fault = null, string parameters = "[]") =>
        new(name, BrokenSpec.Operation("sendAdded", operation => operation.With("    get:", $"    {method}:").With(
            "      parameters: []\n",
            $$"""
                  parameters: {{parameters}}
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema:
                          required: [extra]
                          properties:
                            {{field}}

            """)), fault ?? $"        {field}", message);

    private static BrokenSpec Field(string name, string schema, string message) =>
        new(name, BrokenSpec.Schema("Added", $"time: {schema}"), $"time: {schema}", $"Field 'time' of 'Added' {message}");

    private static BrokenSpec Operation(
        string name, string part, string change, string message, string fault = "operationId: readAdded",
        bool isOfOperation = true) =>
        new(name, BrokenSpec.Operation("readAdded", operation => operation.With(part, change)), fault,
            (isOfOperation ? "Operation 'readAdded' " : "") + message);
}
