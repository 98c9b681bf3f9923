using Fapi.Contract.Source;

namespace Fapi.Contract.Linting;

internal sealed class ParameterTypeRule : LintRule
{
    // Formats of a string that the generator has a type for, and the client no text.
    private static readonly string[] Formats =
        ["date", "time", "duration", "time-span", "byte", "binary", "base64", "base64url", "uri"];

    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        foreach (var parameter in spec.Operations.SelectMany(operation => operation.Parameters))
        {
            var schema = parameter.Schema?["items"] ?? parameter.Schema;
            if (schema is not null && !HasText(schema))
            {
                yield return parameter.Error(
                    schema["format"] ?? schema["type"],
                    $"is {Kind(schema)}, which this client has no text for; "
                        + "its schema needs a simple type, such as string or integer.");
            }
        }
    }

    private static bool HasText(SourceNode schema) => schema["enum"] is not null || schema["type"]?.Text switch
    {
        "string" => !Formats.Contains(schema["format"]?.Text),
        "integer" or "number" or "boolean" => true,
        _ => false,
    };

    private static string Kind(SourceNode schema) => schema["type"]?.Text switch
    {
        null => "of no type",
        "string" => $"a string of the format {schema["format"]?.Text}",
        var type => $"an {type}",
    };
}
