using Fapi.Contract.Loading;

namespace Fapi.Contract.Linting;

internal sealed class FieldTypeRule : LintRule
{
    // Of these the generator makes types that only a serializer with reflection reads.
    private static readonly string[] Formats = [.. ParameterTypeRule.Formats, "date-time", "guid", "uuid"];

    public override IEnumerable<LintError> Check(LintedSpec spec) =>
        from type in spec.Types
        from field in type.Schema.EntriesOf("properties")
        from error in Check(field.Value, $"Field '{field.Name}' of '{type.TypeName}'")
        select error;

    private static IEnumerable<LintError> Check(SourceNode schema, string field)
    {
        if (SchemaCycles.Composers.Select(key => schema[key]).FirstOrDefault(choice => choice is not null) is { } parts)
        {
            yield return new LintError(
                parts, $"{field} is made of several schemas, which this client has no type for; describe one.");
        }

        if (schema["format"] is { } format && schema["type"]?.Text is "string" && Formats.Contains(format.Text))
        {
            yield return new LintError(
                format,
                $"{field} is a string of the format {format.Text}, which this client keeps as it came; "
                    + "leave the format out.");
        }

        if (schema["items"] is { } items)
        {
            if (items["nullable"]?.Text is "true" && items["type"]?.Text is not ("string" or "object" or "array"))
            {
                yield return new LintError(
                    items, $"{field} has numbers that may be null, which this client has no type for.");
            }

            foreach (var error in Check(items, field))
            {
                yield return error;
            }
        }
    }
}
