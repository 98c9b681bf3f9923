using Regeneration.Tests.Support;

namespace Fapi.Contract.Tests.Linting;

/// <summary>A change that makes the spec unusable, and what the build has to say of it.</summary>
/// <param name="Name">Tells it from the others; also the name of its file.</param>
/// <param name="Change">Makes it from the spec.</param>
/// <param name="Fault">Text of the line that is at fault, the first in which it stands; empty for the first
/// line.</param>
/// <param name="Message">What the error says, among other things.</param>
internal sealed record BrokenSpec(string Name, Func<string, string> Change, string Fault, string Message)
{
    internal static IReadOnlyList<BrokenSpec> All { get; } = [
        .. BrokenDocuments.All, .. BrokenNames.All, .. BrokenOperations.All, .. BrokenFacts.All];

    /// <summary>Adds a parameter to the change of leverage.</summary>
    internal static Func<string, string> Parameter(string parameter) =>
        spec => spec.WithBefore("        - name: leverage\n", $"        - {parameter}\n");

    /// <summary>Adds an operation without parameters that reads the clock, changed by
    /// <paramref name="change"/>.</summary>
    internal static Func<string, string> Operation(string id, Func<string, string>? change = null) => spec =>
    {
        var operation = $$"""
              /fapi/v1/added:
                get:
                  operationId: {{id}}
                  x-weight: 1
                  x-security-type: NONE
                  x-repeat-harmless: true
                  parameters: []
                  responses:
                    '200':
                      description: Added.
                      content:
                        application/json: { example: {}, schema: { $ref: '#/components/schemas/ExchangeTime' } }

            """;
        return spec.WithBefore("\ncomponents:\n", "\n" + (change?.Invoke(operation) ?? operation));
    };

    /// <summary>Adds a schema and an operation that responds with it.</summary>
    internal static Func<string, string> Schema(string name, string fields = "id: { type: string }") => spec =>
        Operation("readAdded", operation => operation.With("schemas/ExchangeTime", $"schemas/{name}"))(spec)
            .WithAfter("\n  schemas:\n", $$"""    {{name}}: { type: object, properties: { {{fields}} } }""" + "\n");

    public override string ToString() => Name;
}
