using NJsonSchema.Validation;
using NSwag;

namespace Fapi.SpecCheck.Spec;

/// <summary>Says whether an answer is one that the operation's schema allows.</summary>
internal sealed class AnswerSchema(OpenApiOperation operation)
{
    /// <returns>What is wrong, each with its place in the answer; empty where it is allowed or nothing is stated.</returns>
    public IEnumerable<(ValidationErrorKind Kind, string Path)> Validate(string json)
    {
        var success = operation.ActualResponses.FirstOrDefault(answer => answer.Key.StartsWith('2')).Value;
        return success?.Schema?.ActualSchema.Validate(json).Select(error => (error.Kind, error.Path ?? "")) ?? [];
    }
}
