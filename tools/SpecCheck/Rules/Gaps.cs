namespace Fapi.SpecCheck.Rules;

/// <summary>Finds what a page would have to state before "no drift" can be said of it.</summary>
internal static class Gaps
{
    /// <summary>Sentences, the page's own problems alone where it has any; empty for a complete page.</summary>
    public static IReadOnlyList<string> Find(SourceFacts page) => page.Problems.Count > 0
        ? page.Problems
        : [.. InPage(page).OfType<string>(), .. page.Parameters.SelectMany(InParameter)];

    private static IEnumerable<string?> InPage(SourceFacts page) =>
    [
        page.Recognised ? null : "Nothing on the page says that it is the page that was asked for.",
        page.Language is null && !page.IsSchema ? "The language of the page can't be told." : null,
        page.Method is null || page.Path is null ? "The page names no method and path." : null,
        page.Weight is null ? "The page states no request weight." : null,
        page.ResponseExamples.Count == 0 && !page.IsSchema ? "The page shows no response example." : null,
    ];

    private static IEnumerable<string> InParameter(ParameterFact one)
    {
        if (one.Type is null)
        {
            yield return $"The page states no type for the parameter {one.Name}.";
        }
        else if (!DocsType.IsKnown(one.Type))
        {
            yield return $"The type {one.Type} of the parameter {one.Name} is not one that can be compared.";
        }

        if (one.Mandatory is null)
        {
            yield return $"The page doesn't say whether the parameter {one.Name} is mandatory.";
        }
        else if (!ParameterRules.IsKnown(one.Mandatory))
        {
            yield return
                $"Whether the parameter {one.Name} is mandatory can't be told from the word {one.Mandatory}.";
        }
    }
}
