using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Fapi.SpecCheck.Spec;

/// <summary>Says whether an answer is one that the operation's schema allows.</summary>
internal sealed class AnswerSchema(JsonSchema? schema, AnswerValidator validator)
{
    /// <returns>What is wrong, each with its place in the answer; empty where it is allowed or nothing is stated.</returns>
    public IEnumerable<(ValidationErrorKind Kind, string Path)> Validate(JsonElement answer)
    {
        if (schema is null)
            return [];
        using var text = new StringReader(answer.GetRawText());
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        return validator.Validate(JToken.Load(reader), schema, SchemaType.OpenApi3).Select(error => (error.Kind, error.Path ?? ""));
    }
}
