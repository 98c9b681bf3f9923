using NJsonSchema;
using NJsonSchema.Validation;
using static System.FormattableString;
using static NJsonSchema.Validation.ValidationErrorKind;

namespace Fapi.Contract.Schemas;

// A schema of the document, which checks values once the whole document is loaded.
internal sealed class SchemaCheck(JsonSchema schema, OpenApiValidator forRequests, OpenApiValidator forResponses)
{
    public IReadOnlyList<SchemaFault> Check(JToken value, bool isRequest)
    {
        var errors = (isRequest ? forRequests : forResponses).Validate(value, schema, SchemaType.OpenApi3);
        return errors.Count == 0 ? [] : FaultReader.Read(errors);
    }
}

internal enum FaultKind
{
    Type, Format, Range, Enum, Length, Pattern, Items, Shape,
}

// One way in which a value does not fit its schema; the pointer is relative to the value.
internal readonly record struct SchemaFault(FaultKind Kind, string Pointer, string Expected, string Actual);

// Turns NJsonSchema's nested errors into a flat, bounded list in our own words.
internal static class FaultReader
{
    private const int MaxFaults = 200;

    public static List<SchemaFault> Read(IEnumerable<ValidationError> errors) =>
        [.. errors.SelectMany(Flatten).Take(MaxFaults).Select(Describe)];

    private static IEnumerable<ValidationError> Flatten(ValidationError error) =>
        error is ChildSchemaValidationError child && error.Kind is not (NotAnyOf or NotOneOf)
            ? child.Errors.Values.SelectMany(errors => errors).SelectMany(Flatten)
            : [error];

    private static SchemaFault Describe(ValidationError error)
    {
        var (kind, expected) = Expected(error.Kind, error.Schema);
        var (pointer, actual) = (JsonPointer.To(error.Token!), Show(error.Token!, error.Schema));
        return error.Kind switch
        {
            PropertyRequired => new(kind, $"{pointer}/{JsonPointer.Escape(error.Property!)}", expected, "nothing"),
            NoAdditionalPropertiesAllowed => new(kind, pointer, expected, "one"),
            NotAnyOf => new(kind, pointer, expected, $"{actual}, which fits none"),
            ItemsNotUnique => new(kind, pointer, expected, $"{actual} with repetitions"),
            _ => new(kind, pointer, expected, actual),
        };
    }

    private static (FaultKind Kind, string Text) Expected(ValidationErrorKind kind, JsonSchema schema) => kind switch
    {
        PropertyRequired => (FaultKind.Shape, "a value, it is required"),
        NoAdditionalPropertiesAllowed => (FaultKind.Shape, "no property that the schema does not name"),
        TooManyProperties or TooFewProperties =>
            (FaultKind.Shape, SchemaWords.Count(schema.MinProperties, schema.MaxProperties, "properties")),
        NotAnyOf => (FaultKind.Shape, $"a value that fits one of {schema.AnyOf.Count} schemas"),
        NotOneOf => (FaultKind.Shape, $"a value that fits exactly one of {schema.OneOf.Count} schemas"),
        ExcludedSchemaValidates => (FaultKind.Shape, "a value that does not fit the excluded schema"),
        TooManyItems or TooFewItems => (FaultKind.Items, SchemaWords.Count(schema.MinItems, schema.MaxItems, "items")),
        ItemsNotUnique => (FaultKind.Items, "items that differ from each other"),
        NumberTooBig or NumberTooSmall or NumberNotMultipleOf => (FaultKind.Range, SchemaWords.Number(schema)),
        NotInEnumeration => (FaultKind.Enum, SchemaWords.Choices(schema)),
        StringTooLong or StringTooShort =>
            (FaultKind.Length, SchemaWords.Count(schema.MinLength ?? 0, schema.MaxLength ?? 0, "characters")),
        PatternMismatch =>
            (FaultKind.Pattern, $"a text that matches {Excerpt.Shorten($"{OpenApiValidator.PatternOf(schema)}")}"),
        StringExpected or NumberExpected or IntegerExpected or BooleanExpected or ObjectExpected or ArrayExpected =>
            (FaultKind.Type, SchemaWords.Type(schema)),
        _ => (FaultKind.Format, $"format {schema.Format}"),
    };

    private static string Show(JToken token, JsonSchema schema) => token switch
    {
        JArray array => Invariant($"an array of {array.Count} items"),
        JObject map => Invariant($"an object of {map.Count} properties"),
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
        var (isAbove, isBelow) = (schema.IsExclusiveMinimum, schema.IsExclusiveMaximum);
        if (schema is { Minimum: { } from, Maximum: { } to, MultipleOf: null } && !isAbove && !isBelow)
        {
            return Invariant($"{from} to {to}");
        }

        (string Words, decimal? Bound)[] parts =
        [
            (isAbove ? "more than" : "at least", schema.Minimum),
            (isBelow ? "less than" : "at most", schema.Maximum),
            ("a multiple of", schema.MultipleOf),
        ];
        return string.Join(
            " and ", from part in parts where part.Bound is not null select Invariant($"{part.Words} {part.Bound}"));
    }

    public static string Count(int minimum, int maximum, string what) => (minimum, maximum) switch
    {
        (0, _) => Invariant($"at most {maximum} {what}"),
        (_, 0) => Invariant($"at least {minimum} {what}"),
        _ => Invariant($"{minimum} to {maximum} {what}"),
    };

    public static string Choices(JsonSchema schema)
    {
        var choices = schema.Enumeration.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture) ?? "null");
        return $"one of {Excerpt.Shorten(string.Join(", ", choices))}";
    }
}
