namespace Fapi.SpecCheck.Rules;

internal static class MethodRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        Difference.Between(FactKey.Method, c.Operation.Method, c.Page.Method);
}
