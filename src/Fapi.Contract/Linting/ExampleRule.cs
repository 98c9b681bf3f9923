using Fapi.Contract.Loading;

namespace Fapi.Contract.Linting;

internal sealed class ExampleRule : LintRule
{
    protected override IEnumerable<LintError> Check(LintedOperation operation)
    {
        var bodies =
            from response in operation.Node["responses"]?.Entries ?? []
            where response.Name.StartsWith('2')
            from media in response.Value["content"]?.Entries ?? []
            where media.Name.Contains("json", StringComparison.Ordinal)
                && ParameterLoader.Example(media.Value, media.Value["schema"]) is null
            select operation.Error(
                media.Value,
                "has no example of its response, which the sandbox answers with; give one here or in the schema.");
        var parameters =
            from parameter in operation.Parameters
            where parameter is { IsRequired: true, HasExample: false }
            select parameter.Error(
                null, "is required and has no example, which tests make requests of; give one here or in the schema.");
        return bodies.Concat(parameters);
    }
}
