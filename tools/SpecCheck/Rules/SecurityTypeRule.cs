namespace Fapi.SpecCheck.Rules;

internal static class SecurityTypeRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        var docs = c.Page.SecurityType ?? SecurityTypes.None;
        if (docs != c.Operation.SecurityType)
        {
            yield return new Difference(FactKey.Security, c.Operation.SecurityType, docs);
        }
    }
}
