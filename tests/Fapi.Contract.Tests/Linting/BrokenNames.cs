using Regeneration.Tests.Support;

namespace Fapi.Contract.Tests.Linting;

/// <summary>Specs whose names do not go with each other, or with those of the code, once they stand in C#.</summary>
internal static class BrokenNames
{
    private const string TypeIsTaken = "would be a C# type of that name, which this client or .NET has already";

    internal static IReadOnlyList<BrokenSpec> All { get; } =
    [
        Parameter("cancellationToken", "would be cancellationToken in C#, a name that is taken"),
        Parameter("Symbol", "would be symbol in C#, a name that is taken"),
        new(
            "parameters that differ by punctuation",
            BrokenSpec.Parameter(
                "{ name: a-b, in: query, schema: { type: string } }\n"
                + "        - { name: a_b, in: query, schema: { type: string } }"),
            "{ name: a_b",
            "Parameter 'a_b' of 'changeInitialLeverage' would be"),
        Enumeration(
            "Value, A",
            "Value 'Value' of 'Side' would be Value in C#, a name that is taken. "
            + "Give each value a name by x-enumNames."),
        Enumeration("a-b, A-B", "Value 'A-B' of 'Side' would be AB in C#"),
        .. new[] { "Deconstruct", "PrintMembers", "Read", "Side" }.Select(
            value => Enumeration(value, $"Value '{value}' of 'Side' would be {value} in C#, a name that is taken.")),
        new(
            "operation without an id",
            BrokenSpec.Operation("none", operation => operation.With("      operationId: none\n", "")),
            "    get:\n      x-weight: 1", "Path '/fapi/v1/added' has no operationId for GET"),
        new("operations of one id", BrokenSpec.Operation("checkServerTime # again"), "# again",
            "the operationId 'checkServerTime' occurs twice"),
        Operation("CheckServerTime", "would be CheckServerTime in C#, a name that is taken. Change its operationId."),
        Operation("a(b)", "cannot be made into a name in C#"),
        .. new[] { "FapiOperations", "MinimumRecvWindow", "MaximumRecvWindow" }.Select(
            id => Operation(id, $"would be {id} in C#, a name that is taken. Change its operationId.")),
        Operation("checkHealth", "would be the method CheckHealthAsync, which the client has already"),
        .. new[] { "FapiException", "Call", "Time", "RateLimits", "Task", "Exception", "ValueReader" }.Select(
            name => Schema(name, TypeIsTaken)),
        new(
            "excluded schema",
            BrokenSpec.Operation("readAdded", operation => operation.With("ExchangeTime", "ExchangeError")),
            "    ExchangeError:\n", "Schema 'ExchangeError' is left out by nswag.json"),
        new(
            "excluded schema in an array",
            BrokenSpec.Operation("readAdded", operation => operation.With(
                "{ $ref: '#/components/schemas/ExchangeTime' }",
                "{ type: array, items: { $ref: '#/components/schemas/ExchangeError' } }")),
            "    ExchangeError:\n", "Schema 'ExchangeError' is left out by nswag.json"),
        .. new[] { "additionalProperties", "_additionalProperties", "_unknownFields", "_known", "_responseType", "Read" }
            .Select(
            field => Fields($"{field}: {{ type: string }}", $"Field '{field}' of 'Added' would be")),
        Fields("fields: { type: string }, Fields: { type: string }", "Field 'Fields' of 'Added' would be Fields in C#"),
    ];

    private static BrokenSpec Parameter(string name, string message) =>
        new($"parameter {name}", BrokenSpec.Parameter($"{{ name: {name}, in: query, schema: {{ type: string }} }}"),
            $"{{ name: {name},", $"Parameter '{name}' of 'changeInitialLeverage' {message}");

    private static BrokenSpec Enumeration(string values, string message) =>
        new(
            $"values {values}",
            BrokenSpec.Parameter($"{{ name: side, in: query, schema: {{ type: string, enum: [{values}] }} }}"),
            "{ name: side", message);

    private static BrokenSpec Operation(string id, string message) =>
        new($"operation {id}", BrokenSpec.Operation(id), $"operationId: {id}\n", $"Operation '{id}' {message}");

    private static BrokenSpec Schema(string name, string message) =>
        new($"schema {name}", BrokenSpec.Schema(name), $"    {name}: {{", $"Schema '{name}' {message}");

    private static BrokenSpec Fields(string fields, string message) =>
        new($"fields {fields.Split(':')[0]}", BrokenSpec.Schema("Added", fields), "    Added: {", message);
}
