using NJsonSchema;
using NJsonSchema.Validation;
using static NJsonSchema.Validation.ValidationErrorKind;

namespace Fapi.Contract.Schemas;

// Turns NJsonSchema's nested errors into a flat, bounded list in our own words.
internal static class FaultReader
{
    private const int MaxFaults = 200;

    public static List<SchemaFault> Read(ICollection<ValidationError> errors)
    {
        var faults = new List<SchemaFault>();
        Flatten(errors, faults);
        return faults;
    }

    private static void Flatten(IEnumerable<ValidationError> errors, List<SchemaFault> faults)
    {
        foreach (var error in errors.TakeWhile(_ => faults.Count < MaxFaults))
        {
            if (error is ChildSchemaValidationError child && error.Kind is not (NotAnyOf or NotOneOf))
            {
                Flatten(child.Errors.Values.SelectMany(e => e), faults);
            }
            else
            {
                faults.Add(Describe(error));
            }
        }
    }

    private static SchemaFault Describe(ValidationError error)
    {
        var schema = error.Schema;
        var pointer = error.Token is null ? "" : JsonPointer.To(error.Token);
        var actual = Show(error.Token, schema);
        switch (error.Kind)
        {
            case PropertyRequired:
                var missing = $"{pointer}/{JsonPointer.Escape(error.Property!)}";
                return new(FaultKind.Shape, missing, "a value, it is required", "nothing");
            case NoAdditionalPropertiesAllowed:
                return new(FaultKind.Shape, pointer, "no property that the schema does not name", "one");
            case NotAnyOf:
                var choice = $"a value that fits one of {schema.AnyOf.Count} schemas";
                return new(FaultKind.Shape, pointer, choice, $"{actual}, which fits none");
            case ItemsNotUnique:
                return new(FaultKind.Items, pointer, "items that differ from each other", $"{actual} with repetitions");
            default:
                var (kind, expected) = Expected(error.Kind, schema);
                return new(kind, pointer, expected, actual);
        }
    }

    private static (FaultKind Kind, string Text) Expected(ValidationErrorKind kind, JsonSchema schema) => kind switch
    {
        TooManyProperties or TooFewProperties =>
            (FaultKind.Shape, SchemaWords.Count(schema.MinProperties, schema.MaxProperties, "properties")),
        NotOneOf => (FaultKind.Shape, $"a value that fits exactly one of {schema.OneOf.Count} schemas"),
        ExcludedSchemaValidates => (FaultKind.Shape, "a value that does not fit the excluded schema"),
        TooManyItems or TooFewItems => (FaultKind.Items, SchemaWords.Count(schema.MinItems, schema.MaxItems, "items")),
        NumberTooBig or NumberTooSmall or NumberNotMultipleOf => (FaultKind.Range, SchemaWords.Number(schema)),
        NotInEnumeration => (FaultKind.Enum, SchemaWords.Choices(schema)),
        StringTooLong or StringTooShort =>
            (FaultKind.Length, SchemaWords.Count(schema.MinLength ?? 0, schema.MaxLength ?? 0, "characters")),
        PatternMismatch =>
            (FaultKind.Pattern, $"a text that matches {Excerpt.Shorten(OpenApiValidator.PatternOf(schema) ?? "")}"),
        StringExpected or NumberExpected or IntegerExpected or BooleanExpected or ObjectExpected or ArrayExpected
            or NullExpected or NoTypeValidates => (FaultKind.Type, SchemaWords.Type(schema)),
        _ => (FaultKind.Format, $"format {schema.Format}"),
    };

    private static string Show(JToken? token, JsonSchema schema) => token switch
    {
        null => "nothing",
        JArray array => string.Create(CultureInfo.InvariantCulture, $"an array of {array.Count} items"),
        JObject map => string.Create(CultureInfo.InvariantCulture, $"an object of {map.Count} properties"),
        JValue { Type: JTokenType.Null } => "null",
        _ when schema.Format == "password" => Excerpt.Masked,
        JValue { Type: JTokenType.String } text => Excerpt.Quote((string)text!),
        JValue value => Excerpt.Shorten(value.ToString(CultureInfo.InvariantCulture)),
        _ => token.Type.ToString(),
    };
}

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
