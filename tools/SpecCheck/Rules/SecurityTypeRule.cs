namespace Fapi.SpecCheck.Rules;

internal static class SecurityTypeRule
{
    public static IEnumerable<Difference> Check(PageComparison c) => Difference.Between(
        FactKey.Security, c.Operation.SecurityType, c.Page.SecurityType ?? SecurityTypes.None);
}
