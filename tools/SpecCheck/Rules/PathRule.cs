namespace Fapi.SpecCheck.Rules;

internal static class PathRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        Difference.Between(FactKey.Path, c.Operation.Path, c.Page.Path);
}
