namespace Fapi.Contract.Linting;

/// <summary>The settings of the generator that change what a spec has to be like.</summary>
/// <param name="ExcludedTypes">Schemas that it generates no type for.</param>
/// <param name="ExcludedParameters">Parameters that methods do not have.</param>
internal sealed record GeneratorSettings(IReadOnlySet<string> ExcludedTypes, IReadOnlySet<string> ExcludedParameters)
{
    /// <summary>Reads the content of nswag.json.</summary>
    public static GeneratorSettings Parse(string text, string name)
    {
        var client = SourceDocument.Parse(text, name).Root["codeGenerators"]?["openApiToCSharpClient"];
        return new(Names("excludedTypeNames"), Names("excludedParameterNames"));

        HashSet<string> Names(string key) => [.. client?.ItemsOf(key).Select(item => item.Text ?? "") ?? []];
    }
}
