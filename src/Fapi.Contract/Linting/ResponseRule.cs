using Fapi.Contract.Source;

namespace Fapi.Contract.Linting;

internal sealed class ResponseRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec) =>
        spec.Operations.Select(operation => Check(spec, operation)).OfType<LintError>();

    private static LintError? Check(LintedSpec spec, LintedOperation operation)
    {
        if (operation.Node["responses"] is not { } responses || !responses.Entries.Any())
        {
            return operation.Error(null, "has no responses.");
        }

        var content = operation.Success?["content"]?.Entries.ToArray() ?? [];
        if (content.Length == 0)
        {
            return null;
        }

        var json = content.FirstOrDefault(entry => entry.Name.Contains("json", StringComparison.Ordinal)).Value;
        return json is null
            ? operation.Error(content[0].Value, $"responds with {Kind(content[0])}; this client reads JSON only.")
            : json["schema"] is { } schema ? Check(spec, operation, schema) : null;
    }

    private static LintError? Check(LintedSpec spec, LintedOperation operation, SourceNode schema)
    {
        if ((schema["oneOf"] ?? schema["anyOf"]) is { } choice)
        {
            return operation.Error(
                choice,
                "responds with one of several schemas, which C# has no type for; "
                    + "describe the one that its parameters lead to.");
        }

        var type = schema["items"] ?? schema;
        return type.Pointer.StartsWith("/components/schemas/", StringComparison.Ordinal)
            && spec.Settings.ExcludedTypes.Contains(type.Key!)
            ? new LintError(type, $"Schema '{type.Key}' is left out by nswag.json, so no operation can respond with it.")
            : null;
    }

    private static string Kind((string Name, SourceNode Value) content) =>
        content.Value["schema"]?["format"]?.Text is "binary" ? "a file" : content.Name;
}
