namespace Fapi.SpecCheck.Rules;

/// <summary>Finds what a page would have to state before "no drift" can be said of it.</summary>
internal static class Gaps
{
    /// <summary>Sentences, the page's own problems alone where it has any; empty for a complete page.</summary>
    public static IReadOnlyList<string> Find(SourceFacts page) => page.Problems.Count > 0
        ? page.Problems
        : [.. new[]
        {
            page.Recognised ? null : "Nothing on the page says that it is the page that was asked for.",
            page.Language is null && !page.IsSchema ? "The language of the page can't be told." : null,
            page.Weight is null ? "The page states no request weight." : null,
        }.Concat(page.Parameters.SelectMany(InParameter)).OfType<string>()];

    /// <summary>The gaps of a page as the failure to check it.</summary>
    public static Failure Failure(SourceFacts page, string? operation = null) => new(
        Outcome.CouldNotCheck,
        page.Language is null ? page.Source : $"{page.Source} ({page.Language})",
        operation,
        Find(page));

    private static IEnumerable<string?> InParameter(ParameterFact one) =>
    [
        one.Type is null ? $"The page states no type for the parameter {one.Name}."
            : DocsType.IsKnown(one.Type) ? null
            : $"The type {one.Type} of the parameter {one.Name} is not one that can be compared.",
        one.Mandatory is { } word && !ParameterRules.IsKnown(word)
            ? $"Whether the parameter {one.Name} is mandatory can't be told from the word {word}." : null,
    ];
}
