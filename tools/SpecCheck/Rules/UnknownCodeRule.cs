namespace Fapi.SpecCheck.Rules;

internal static class UnknownCodeRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        from code in c.Page.Codes.Distinct()
        let key = FactKey.Code(code)
        where !c.Spec.ErrorCodes.Contains(key.Name!)
        select new Difference(key, null, key.Name);
}
