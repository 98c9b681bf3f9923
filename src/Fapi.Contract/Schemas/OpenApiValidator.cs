using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Fapi.Contract.Schemas;

// NJsonSchema with what OpenAPI 3.0 adds: `nullable` below allOf, anyOf and oneOf, the ranges of int32 and int64,
// readOnly and writeOnly, and patterns that cannot run away (the stock ones backtrack without a limit). `x-also` says
// that a value may come in another form: `item`, one item without its array, or `text`, true or false in quotes.
internal sealed class OpenApiValidator(bool isRequest) : JsonSchemaValidator(Settings())
{
    public const string PatternKey = "x-contract-pattern";
    public const string AlsoKey = "x-also";
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    protected override ICollection<ValidationError> Validate(
        JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath)
    {
        if (token.Type == JTokenType.Null && schema.IsNullable(SchemaType.OpenApi3))
        {
            return [];
        }

        token = DetachedItem.Detach(token);
        switch (Extension(schema, AlsoKey))
        {
            case "item" when token.Type != JTokenType.Array && schema.Item is { } item:
                return Validate(token, item, schemaType, propertyName, propertyPath);
            case "text" when token.Type == JTokenType.String && (string?)token is "true" or "false":
                return [];
        }

        var errors = base.Validate(token, schema, SchemaType.OpenApi3, propertyName, propertyPath);
        if (errors.Count > 0 && errors is List<ValidationError> list)
        {
            list.RemoveAll(e =>
                e.Kind == ValidationErrorKind.PropertyRequired && (token is not JObject || IsOtherDirection(e)));
        }

        if (token.Type == JTokenType.String && PatternOf(schema) is { } pattern && !Matches(pattern, (string)token!))
        {
            errors.Add(new(ValidationErrorKind.PatternMismatch, propertyName, propertyPath, token, schema));
        }
        else if (token.Type is JTokenType.Integer or JTokenType.Float && IsBeyond(schema.Format, (JValue)token))
        {
            errors.Add(new(ValidationErrorKind.IntegerTooBig, propertyName, propertyPath, token, schema));
        }

        return errors;
    }

    public static Regex? PatternOf(JsonSchema schema) => Extension(schema, PatternKey) as Regex;

    private static object? Extension(JsonSchema schema, string key) =>
        schema.ExtensionData is { } data && data.TryGetValue(key, out var value) ? value : null;

    private static JsonSchemaValidatorSettings Settings()
    {
        var settings = new JsonSchemaValidatorSettings();
        var others = settings.FormatValidators.Where(f => f.Format != "date-time");
        settings.FormatValidators = [.. others, new DateTimeFormat()];
        return settings;
    }

    // A required property that only the other direction carries is not missing.
    private bool IsOtherDirection(ValidationError error) =>
        error.Property is { } name
        && error.Schema.ActualProperties.TryGetValue(name, out var property)
        && (isRequest ? property.IsReadOnly : property.IsWriteOnly);

    private static bool IsBeyond(string? format, JValue value) => (format, value.Value) switch
    {
        ("int32", long number) => number is < int.MinValue or > int.MaxValue,
        ("int32" or "int64", ulong or decimal or double) => true,
        _ => false,
    };

    private static bool Matches(Regex pattern, string value)
    {
        try
        {
            return pattern.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // Look-around and back-references need the backtracking engine, hence the timeout.
    public static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, PatternTimeout);
        }
    }
}

// RFC 3339, which OpenAPI prescribes for date-time; the stock check also takes a thirteenth month and a date alone.
internal sealed class DateTimeFormat : IFormatValidator
{
    public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.DateTimeExpected;

    public string Format => "date-time";

    public bool IsValid(string value, JTokenType tokenType) =>
        value.Length is > 10 and <= 40
        && (value[^1] is 'Z' or 'z' || value is [.., '+' or '-', _, _, ':', _, _])
        && DateTimeOffset.TryParseExact(
            value.ToUpperInvariant(),
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _);
}
