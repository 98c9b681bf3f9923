using Regeneration.Tests.Support;

namespace Fapi.Contract.Tests.Linting;

/// <summary>Specs that are no YAML, no OpenAPI or not whole.</summary>
internal static class BrokenDocuments
{
    private const string Reference = "schema: { $ref: '#/components/schemas/ExchangeTime' }";
    private const string Clock = "summary: Reads the clock of the exchange.";

    internal static IReadOnlyList<BrokenSpec> All { get; } =
    [
        new("empty", _ => "", "", "the document is empty"),
        new("plain text", _ => "Once upon a time", "", "an OpenAPI document is an object"),
        new(
            "no operation",
            spec => spec.Without("  /fapi/v1/leverage:\n", "\ncomponents:\n").With("\npaths:\n", "\npaths: {}\n"),
            "paths: {}", "It lacks the operation"),
        new("no clock", spec => spec.Without("  /fapi/v1/time:\n", "\ncomponents:\n"), "paths:\n",
            "It lacks the operation or code that is CheckServerTime in C#, and the client itself uses it."),
        new("tabs", spec => spec.With("  /fapi/v1/time:\n", "\t/fapi/v1/time:\n"), "\t/fapi/v1/time:",
            "the line is indented by a tab; indent it by spaces"),
        new("not YAML", spec => spec.With(Clock, "summary: [Reads the clock"), "summary: [Reads",
            "not readable as YAML"),
        new("unknown anchor", spec => spec.With(Clock, "summary: *nobody"), "summary: *nobody", "nobody"),
        new("dangling reference", spec => spec.With(Reference, Reference.With("ExchangeTime", "Nope")), "schemas/Nope",
            "#/components/schemas/Nope' leads nowhere"),
        new("bound of wrong type", spec => spec.With("maximum: 125", "maximum: many"), "maximum: many",
            "a number is wanted here"),
        new(
            "no response",
            BrokenSpec.Operation(
                "readAdded", operation => operation[..operation.IndexOf("      responses:", StringComparison.Ordinal)]),
                "operationId: readAdded", "Operation 'readAdded' has no responses."),
    ];
}
