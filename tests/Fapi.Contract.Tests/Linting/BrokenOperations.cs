using Regeneration.Tests.Support;

namespace Fapi.Contract.Tests.Linting;

/// <summary>Operations that the client could not send, or whose response it could not read.</summary>
internal static class BrokenOperations
{
    private const string Leverage = "        - name: leverage\n          in: query\n";

    internal static IReadOnlyList<BrokenSpec> All { get; } =
    [
        new("header parameter", spec => spec.With(Leverage, Leverage.With("query", "header")), "- name: leverage",
            "Parameter 'leverage' of 'changeInitialLeverage' is neither in the path nor in the query"),
        Parameter("cookie parameter", "{ name: extra, in: cookie, schema: { type: string } }",
            "is neither in the path nor in the query"),
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
            "{ name: extra, in: path, required: true, schema: { type: string } }",
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
            "      requestBody: { content: { application/json: { schema: { type: object } } } }\n", "has a body",
            "requestBody: { content: { application/json: { schema: { type: object"),
        Operation(
            "response that is a file", "application/json: { schema: { $ref: '#/components/schemas/ExchangeTime' } }",
            "image/png: { schema: { type: string, format: binary } }", "responds with a file", "image/png"),
        Operation("response that is text", "application/json", "text/plain", "responds with text/plain", "text/plain"),
        Operation("response of several shapes", "{ $ref: '#/components/schemas/ExchangeTime' }",
            "{ oneOf: [ { $ref: '#/components/schemas/ExchangeTime' }, "
            + "{ type: array, items: { $ref: '#/components/schemas/ExchangeTime' } } ] }",
            "responds with one of several schemas", "oneOf"),
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

    private static BrokenSpec Parameter(string name, string parameter, string message) =>
        new(name, BrokenSpec.Parameter(parameter), parameter,
            "Parameter 'extra' of 'changeInitialLeverage' " + message);

    private static BrokenSpec Field(string name, string schema, string message) =>
        new(name, BrokenSpec.Schema("Added", $"time: {schema}"), $"time: {schema}", $"Field 'time' of 'Added' {message}");

    private static BrokenSpec Operation(
        string name, string part, string change, string message, string fault = "operationId: readAdded") =>
        new(name, BrokenSpec.Operation("readAdded", operation => operation.With(part, change)), fault,
            $"Operation 'readAdded' {message}");
}
