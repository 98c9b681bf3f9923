using System.Globalization;
using NJsonSchema;

namespace Fapi.Contract.Schemas;

// What a schema wants, in words.
internal static class SchemaWords
{
    public static string Type(JsonSchema schema)
    {
        var name = schema.Type switch
        {
            JsonObjectType.Integer => "an integer",
            JsonObjectType.Number => "a number",
            JsonObjectType.Boolean => "true or false",
            JsonObjectType.String => "a text",
            JsonObjectType.Array => "an array",
            JsonObjectType.Object => "an object",
            _ => "another type",
        };
        return schema.IsNullable(SchemaType.OpenApi3) ? $"{name} or null" : name;
    }

    public static string Number(JsonSchema schema)
    {
        if (schema is { Minimum: { } from, Maximum: { } to, MultipleOf: null }
            && schema is { IsExclusiveMinimum: false, IsExclusiveMaximum: false })
        {
            return string.Create(CultureInfo.InvariantCulture, $"{from} to {to}");
        }

        var parts = new List<string>();
        AddBound(parts, schema.IsExclusiveMinimum ? "more than" : "at least", schema.Minimum);
        AddBound(parts, schema.IsExclusiveMaximum ? "less than" : "at most", schema.Maximum);
        AddBound(parts, "more than", schema.ExclusiveMinimum);
        AddBound(parts, "less than", schema.ExclusiveMaximum);
        AddBound(parts, "a multiple of", schema.MultipleOf);
        return string.Join(" and ", parts);
    }

    public static string Count(int minimum, int maximum, string what) => (minimum, maximum) switch
    {
        (0, _) => string.Create(CultureInfo.InvariantCulture, $"at most {maximum} {what}"),
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"at least {minimum} {what}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{minimum} to {maximum} {what}"),
    };

    public static string Choices(JsonSchema schema) =>
        "one of " + Excerpt.Shorten(string.Join(
            ", ",
            schema.Enumeration.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture) ?? "null")));

    private static void AddBound(List<string> parts, string words, decimal? bound)
    {
        if (bound is { } value)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{words} {value}"));
        }
    }
}
