namespace Fapi.SpecCheck.Rules;

internal static class WeightRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        IsVarying(c) ? [] : Differ(c).Where(one => !Numbers.Same(one.Docs, one.Spec));

    /// <summary>The spec counts with the largest of several weights, which is always enough.</summary>
    public static IEnumerable<Difference> Note(PageComparison c) => IsVarying(c) ? Differ(c) : [];

    private static bool IsVarying(PageComparison c) =>
        c.Page.Weight is { Value: null } docs && Numbers.Same(docs.Largest, c.Operation.Weight);

    private static IEnumerable<Difference> Differ(PageComparison c) => c.Page.Weight is { } docs
        ? [new Difference(FactKey.Weight, c.Operation.Weight, FactTable.WeightText(docs))]
        : [];
}
