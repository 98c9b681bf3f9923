namespace Fapi.SpecCheck.Rules;

internal static class ParameterTypeRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        from pair in c.SharedParameters
        where pair.Docs.Type is { } type && DocsType.IsKnown(type) && !DocsType.Fits(type, pair.Spec)
            && !IntegerWidthRule.IsNarrowed(c.Page, pair.Docs, pair.Spec)
        select new Difference(FactKey.Parameter(pair.Docs.Name, FactKey.Type), FactText.Type(pair.Spec),
            pair.Docs.Type);
}
