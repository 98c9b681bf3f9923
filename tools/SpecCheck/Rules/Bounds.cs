namespace Fapi.SpecCheck.Rules;

internal static class Bounds
{
    public static IEnumerable<Difference> Compare(
        PageComparison c, Func<decimal, decimal?, bool> minimum, Func<decimal, decimal?, bool> maximum)
    {
        foreach (var (docs, spec) in c.SharedParameters)
        {
            if (docs.Minimum is { } low && minimum(low, spec.Minimum))
            {
                yield return Differ(docs, FactKey.Minimum, spec.Minimum, low);
            }

            if (docs.Maximum is { } high && maximum(high, spec.Maximum))
            {
                yield return Differ(docs, FactKey.Maximum, spec.Maximum, high);
            }
        }
    }

    private static Difference Differ(ParameterFact docs, string aspect, decimal? spec, decimal bound) =>
        new(FactKey.Parameter(docs.Name, aspect), Numbers.Text(spec), Numbers.Text(bound));
}
