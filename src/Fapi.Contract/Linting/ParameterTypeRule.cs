namespace Fapi.Contract.Linting;

internal sealed class ParameterTypeRule : LintRule
{
    private const string Advice = "its schema needs a simple type, such as string or integer.";

    // Formats of a string that the generator has a type for, and the client no text.
    internal static readonly string[] Formats =
        ["date", "time", "duration", "time-span", "byte", "binary", "base64", "base64url", "uri"];

    protected override IEnumerable<LintError> Check(LintedOperation operation) =>
        from parameter in operation.Parameters
        let schema = parameter.Schema?["items"] ?? parameter.Schema
        where schema is not null && schema["enum"] is null
        let kind = WithoutText(schema)
        where kind is not null
        select parameter.Error(schema, $"is {kind}, which this client has no text for; {Advice}");

    private static string? WithoutText(SourceNode schema) => (schema["type"]?.Text, schema["format"]?.Text) switch
    {
        ("string", var format) => Formats.Contains(format) ? $"a string of the format {format}" : null,
        ("integer" or "number" or "boolean", _) => null,
        (null, _) => "of no type",
        var (type, _) => $"an {type}",
    };
}
