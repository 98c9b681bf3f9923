namespace Fapi.SpecCheck.Rules;

/// <summary>Finds what a page would have to state before "no drift" can be said of it.</summary>
internal static class Gaps
{
    /// <summary>Sentences, the page's own problems first; empty for a page that can be compared as a whole.</summary>
    public static IReadOnlyList<string> Find(SourceFacts page)
    {
        List<string> gaps = [.. page.Problems];
        if (page.Problems.Count > 0)
        {
            return gaps;
        }

        if (!page.Recognised)
        {
            gaps.Add("Nothing on the page says that it is the page that was asked for.");
        }

        if (page.Language is null && !page.IsSchema)
        {
            gaps.Add("The language of the page can't be told.");
        }

        if (page.Method is null || page.Path is null)
        {
            gaps.Add("The page names no method and path.");
        }

        if (page.Weight is null)
        {
            gaps.Add("The page states no request weight.");
        }

        if (page.ResponseExamples.Count == 0 && !page.IsSchema)
        {
            gaps.Add("The page shows no response example.");
        }

        gaps.AddRange(page.Parameters.SelectMany(InParameter));
        return gaps;
    }

    private static IEnumerable<string> InParameter(ParameterFact parameter)
    {
        if (parameter.Type is null)
        {
            yield return $"The page states no type for the parameter {parameter.Name}.";
        }
        else if (!DocsType.IsKnown(parameter.Type))
        {
            yield return $"The type {parameter.Type} of the parameter {parameter.Name} is not one that can be compared.";
        }

        if (parameter.Mandatory is null)
        {
            yield return $"The page doesn't say whether the parameter {parameter.Name} is mandatory.";
        }
        else if (!ParameterMandatoryRule.IsKnown(parameter.Mandatory))
        {
            yield return $"Whether the parameter {parameter.Name} is mandatory can't be told from the word {parameter.Mandatory}.";
        }
    }
}
