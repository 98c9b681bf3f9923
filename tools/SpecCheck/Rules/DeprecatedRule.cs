namespace Fapi.SpecCheck.Rules;

/// <summary>The docs withdraw an operation or a parameter that the spec still offers.</summary>
internal static class DeprecatedRule
{
    private const string Word = "deprecated";

    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Page.IsDeprecated && !c.Operation.IsDeprecated)
        {
            yield return new Difference(FactKey.Deprecated, null, Word);
        }

        foreach (var (docs, _) in c.SharedParameters.Where(pair => pair.Docs.IsDeprecated && !pair.Spec.IsDeprecated))
        {
            yield return new Difference(FactKey.Parameter(docs.Name, FactKey.DeprecatedKind), null, Word);
        }
    }
}
