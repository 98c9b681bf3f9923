namespace Fapi.SpecCheck.Rules;

/// <summary>Limits of the spec that the schema leaves open.</summary>
internal static class OwnBoundRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        foreach (var (docs, spec) in c.SharedParameters.Where(_ => c.Page.IsSchema))
        {
            if (docs.Minimum is null && spec.Minimum is { } minimum)
            {
                yield return new Difference(FactKey.Parameter(docs.Name, FactKey.Minimum), Numbers.Text(minimum), null);
            }

            if (docs.Enum is null && spec.Enum.Count > 0)
            {
                yield return new Difference(
                    FactKey.Parameter(docs.Name, FactKey.Enum), string.Join(", ", spec.Enum), null);
            }
        }
    }
}
