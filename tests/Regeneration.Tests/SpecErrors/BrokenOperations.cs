using Regeneration.Tests.Support;

namespace Regeneration.Tests.SpecErrors;

/// <summary>Operations that the client could not send, or whose answer it could not read.</summary>
internal static class BrokenOperations
{
    private const string Leverage = "        - name: leverage\n          in: query\n";

    internal static IReadOnlyList<BrokenSpec> All { get; } =
    [
        new("header parameter", spec => spec.With(Leverage, Leverage.With("query", "header")), "- name: leverage", "Parameter 'leverage' of 'changeInitialLeverage' is neither in the path nor in the query"),
        Parameter("cookie parameter", "{ name: extra, in: cookie, schema: { type: string } }", "is neither in the path nor in the query"),
        Parameter("object parameter", "{ name: extra, in: query, schema: { type: object } }", "is object in C#, which this client has no text for"),
        Parameter("parameter that is a date", "{ name: extra, in: query, schema: { type: string, format: date } }", "is System.DateTimeOffset in C#, which this client has no text for"),
        new("bounds that allow nothing", spec => spec.With("minimum: 1, maximum: 125", "minimum: 126, maximum: 125"), "- name: leverage", "Parameter 'leverage' of 'changeInitialLeverage' allows no value: its minimum is 126, its maximum 125."),
        Operation("placeholder without a parameter", "/fapi/v1/added", "/fapi/v1/{added}", "has 1 placeholders in its path and 0 parameters in: path"),
        Operation("body", "      parameters: []\n", "      requestBody: { content: { application/json: { schema: { type: object } } } }\n", "has a body"),
        Operation("answer that is a file", "application/json: { schema: { $ref: '#/components/schemas/ExchangeTime' } }", "image/png: { schema: { type: string, format: binary } }", "answers with a file"),
        Operation("answer that is text", "application/json", "text/plain", "answers with text/plain"),
        Operation("answer of several shapes", "{ $ref: '#/components/schemas/ExchangeTime' }", "{ oneOf: [ { $ref: '#/components/schemas/ExchangeTime' }, { type: array, items: { $ref: '#/components/schemas/ExchangeTime' } } ] }", "answers with one of several schemas"),
        Operation("no weight", "      x-weight: 1\n", "", "has no x-weight"),
        Operation("broken weight", "x-weight: 1", "x-weight: 1.5", "has x-weight 1.5; it is a whole number, 0 or more."),
        Operation("no security type", "      x-security-type: NONE\n", "", "has no x-security-type"),
        Operation("unknown security type", "x-security-type: NONE", "x-security-type: TRADING", "has x-security-type TRADING; it is NONE, MARKET_DATA, USER_STREAM, USER_DATA or TRADE."),
        Operation("harm that is not known", "x-repeat-harmless: true", "x-repeat-harmless: perhaps", "has no x-repeat-harmless: true or false."),
    ];

    private static BrokenSpec Parameter(string name, string parameter, string message) =>
        new(name, BrokenSpec.Parameter(parameter), parameter, "Parameter 'extra' of 'changeInitialLeverage' " + message);

    private static BrokenSpec Operation(string name, string part, string change, string message) =>
        new(name, BrokenSpec.Operation("readAdded", operation => operation.With(part, change)), "operationId: readAdded", $"Operation 'readAdded' {message}");
}
