namespace Fapi.SpecCheck.Rules;

/// <summary>The docs withdraw an operation or a parameter that the spec still offers.</summary>
internal static class DeprecatedRule
{
    private const string Word = "deprecated";

    public static IEnumerable<Difference> Check(PageComparison c) =>
        Difference.If(c.Page.IsDeprecated && !c.Operation.IsDeprecated, FactKey.Deprecated, null, Word)
        .Concat(
            from pair in c.SharedParameters
            where pair.Docs.IsDeprecated && !pair.Spec.IsDeprecated
            select new Difference(FactKey.Parameter(pair.Docs.Name, FactKey.DeprecatedKind), null, Word));
}
