using System.Text.RegularExpressions;
using Fapi.SpecCheck.Commands;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Fapi.SpecCheck.Spec;

/// <summary>NJsonSchema with patterns that cannot run away on a hostile page, and an end to schemas that never end.</summary>
internal sealed class AnswerValidator(string file) : JsonSchemaValidator
{
    private const int MaxDepth = 500;
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(100);
    private readonly Dictionary<JsonSchema, Regex> _patterns = [];
    private int _depth;

    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    public void Add(JsonSchema schema, string pattern) => _patterns[schema] = new Regex(pattern, RegexOptions.None, Timeout);

    protected override ICollection<ValidationError> Validate(
        JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath)
    {
        if (++_depth > MaxDepth)
            throw new WrongInputException($"{file}: the schema of an answer is composed of itself, so that nothing can be checked against it.");
        var errors = base.Validate(token, schema, schemaType, propertyName, propertyPath);
        _depth--;
        if (token.Type == JTokenType.String && _patterns.TryGetValue(schema, out var pattern) && !IsMatch(pattern, (string)token!))
            errors.Add(new ValidationError(ValidationErrorKind.PatternMismatch, propertyName, propertyPath, token, schema));
        return errors;
    }

    private static bool IsMatch(Regex pattern, string value)
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
}
