using Regeneration.Tests.Support;

namespace Regeneration.Tests.SpecErrors;

/// <summary>Specs that are no YAML, no OpenAPI or not whole.</summary>
internal static class BrokenDocuments
{
    private const string Reference = "schema: { $ref: '#/components/schemas/ExchangeTime' }";

    internal static IReadOnlyList<BrokenSpec> All { get; } =
    [
        new("empty", _ => "", "", "it holds no OpenAPI document"),
        new("plain text", _ => "Once upon a time", "Once upon a time", "it holds no OpenAPI document"),
        new("no operation", spec => spec.Without("  /fapi/v1/leverage:\n", "\ncomponents:\n").With("\npaths:\n", "\npaths: {}\n"), "", "it holds no OpenAPI document"),
        new("no clock", spec => spec.Without("  /fapi/v1/time:\n", "\ncomponents:\n"), "", "it lacks the operation or code that is CheckServerTime in C#, and the client itself uses it."),
        new("tabs", spec => spec.With("  /fapi/v1/time:\n", "\t/fapi/v1/time:\n"), "\t/fapi/v1/time:", "it is not YAML. The line is indented by a tab; indent it by spaces."),
        new("not YAML", spec => spec.With("tags: [Market Data]", "tags: [Market Data"), "tags: [Market Data\n", "it is not YAML. What begins on this line is not closed"),
        new("unknown anchor", spec => spec.With("summary: Reads the clock of the exchange.", "summary: *nobody"), "summary: *nobody", "nobody"),
        new("character that NSwag cannot read", spec => spec.With("summary: Reads the clock of the exchange.", "summary: \"Reads \\L the clock.\""), "summary: \"Reads \\L", "escape sequence"),
        new("dangling reference", spec => spec.With(Reference, Reference.With("ExchangeTime", "Nope")), "schemas/Nope", "#/components/schemas/Nope"),
        new("bound of wrong type", spec => spec.With("maximum: 125", "maximum: many"), "maximum: many", "many"),
        new("no answer", BrokenSpec.Operation("readAdded", operation => operation[..operation.IndexOf("      responses:", StringComparison.Ordinal)]), "    get:\n      operationId: readAdded", "'responses' not found"),
    ];
}
