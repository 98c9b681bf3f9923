namespace Fapi.SpecCheck.Rules;

internal static class MethodRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Page.Method is { } method && method != c.Operation.Method)
        {
            yield return new Difference(FactKey.Method, c.Operation.Method, method);
        }
    }
}
