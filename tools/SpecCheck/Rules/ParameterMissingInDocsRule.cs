namespace Fapi.SpecCheck.Rules;

internal static class ParameterMissingInDocsRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        from spec in c.Operation.Parameters
        where spec.Name != SecurityTypes.Signature && c.Page.Parameters.All(docs => docs.Name != spec.Name)
        select new Difference(FactKey.Parameter(spec.Name), FactText.Describe(spec), null);
}
