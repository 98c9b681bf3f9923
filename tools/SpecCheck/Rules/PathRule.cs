namespace Fapi.SpecCheck.Rules;

internal static class PathRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Page.Path is { } path && path != c.Operation.Path)
        {
            yield return new Difference(FactKey.Path, c.Operation.Path, path);
        }
    }
}
