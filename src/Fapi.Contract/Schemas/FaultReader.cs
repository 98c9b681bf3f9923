using System.Globalization;
using Fapi.Contract.Source;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

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
        foreach (var error in errors)
        {
            if (faults.Count >= MaxFaults)
            {
                return;
            }

            if (error is ChildSchemaValidationError child && !IsChoice(error.Kind))
            {
                Flatten(child.Errors.Values.SelectMany(e => e), faults);
            }
            else
            {
                faults.Add(Describe(error));
            }
        }
    }

    private static bool IsChoice(ValidationErrorKind kind) =>
        kind is ValidationErrorKind.NotAnyOf or ValidationErrorKind.NotOneOf;

    private static SchemaFault Describe(ValidationError error)
    {
        var schema = error.Schema;
        var pointer = error.Token is null ? "" : JsonPointer.To(error.Token);
        var actual = Show(error.Token, schema);
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired =>
                new(
                    FaultKind.Shape,
                    $"{pointer}/{JsonPointer.Escape(error.Property!)}",
                    "a value, it is required",
                    "nothing"),
            ValidationErrorKind.NoAdditionalPropertiesAllowed =>
                new(FaultKind.Shape, pointer, "no property that the schema does not name", "one"),
            ValidationErrorKind.TooManyProperties or ValidationErrorKind.TooFewProperties =>
                new(
                    FaultKind.Shape,
                    pointer,
                    SchemaWords.Count(schema.MinProperties, schema.MaxProperties, "properties"),
                    actual),
            ValidationErrorKind.NotAnyOf =>
                new(
                    FaultKind.Shape,
                    pointer,
                    $"a value that fits one of {schema.AnyOf.Count} schemas",
                    $"{actual}, which fits none"),
            ValidationErrorKind.NotOneOf =>
                new(FaultKind.Shape, pointer, $"a value that fits exactly one of {schema.OneOf.Count} schemas", actual),
            ValidationErrorKind.ExcludedSchemaValidates =>
                new(FaultKind.Shape, pointer, "a value that does not fit the excluded schema", actual),
            ValidationErrorKind.TooManyItems or ValidationErrorKind.TooFewItems =>
                new(FaultKind.Items, pointer, SchemaWords.Count(schema.MinItems, schema.MaxItems, "items"), actual),
            ValidationErrorKind.ItemsNotUnique =>
                new(FaultKind.Items, pointer, "items that differ from each other", $"{actual} with repetitions"),
            ValidationErrorKind.NumberTooBig or ValidationErrorKind.NumberTooSmall or ValidationErrorKind.NumberNotMultipleOf =>
                new(FaultKind.Range, pointer, SchemaWords.Number(schema), actual),
            ValidationErrorKind.NotInEnumeration => new(FaultKind.Enum, pointer, SchemaWords.Choices(schema), actual),
            ValidationErrorKind.StringTooLong or ValidationErrorKind.StringTooShort =>
                new(
                    FaultKind.Length,
                    pointer,
                    SchemaWords.Count(schema.MinLength ?? 0, schema.MaxLength ?? 0, "characters"),
                    actual),
            ValidationErrorKind.PatternMismatch =>
                new(
                    FaultKind.Pattern,
                    pointer,
                    $"a text that matches {Excerpt.Shorten(OpenApiValidator.PatternOf(schema) ?? "")}",
                    actual),
            ValidationErrorKind.StringExpected or ValidationErrorKind.NumberExpected or ValidationErrorKind.IntegerExpected
                or ValidationErrorKind.BooleanExpected or ValidationErrorKind.ObjectExpected or ValidationErrorKind.ArrayExpected
                or ValidationErrorKind.NullExpected or ValidationErrorKind.NoTypeValidates =>
                new(FaultKind.Type, pointer, SchemaWords.Type(schema), actual),
            _ => new(FaultKind.Format, pointer, $"format {schema.Format}", actual),
        };
    }

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
