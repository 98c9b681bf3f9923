namespace Fapi.Contract.Linting;

internal sealed class ResponseRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec) =>
        spec.Operations.Select(operation => Check(spec, operation)).OfType<LintError>();

    private static LintError? Check(LintedSpec spec, LintedOperation operation)
    {
        if (operation.Node["responses"]?.Entries.Any() is not true)
        {
            return operation.Error(null, "has no responses.");
        }

        var content = operation.Success?["content"]?.Entries.ToArray() ?? [];
        var json = content.FirstOrDefault(entry => entry.Name.Contains("json", StringComparison.Ordinal)).Value;
        if (json is null && content is [var other, ..])
        {
            var kind = other.Value["schema"]?["format"]?.Text is "binary" ? "a file" : other.Name;
            return operation.Error(other.Value, $"responds with {kind}; this client reads JSON only.");
        }

        return json?["schema"] is { } schema ? Check(spec, operation, schema) : null;
    }

    private static LintError? Check(LintedSpec spec, LintedOperation operation, SourceNode schema)
    {
        if ((schema["oneOf"] ?? schema["anyOf"]) is { } choice)
        {
            const string Advice = "describe the one that its parameters lead to. Where an array may come as one item "
                + "without it, say x-also: item on the array.";
            return operation.Error(
                choice, $"responds with one of several schemas, which C# has no type for; {Advice}");
        }

        var type = schema["items"] ?? schema;
        return type.Pointer == $"/components/schemas/{type.Key}" && spec.Settings.ExcludedTypes.Contains(type.Key!)
            ? new LintError(
                type, $"Schema '{type.Key}' is left out by nswag.json, so no operation can respond with it.")
            : null;
    }
}
