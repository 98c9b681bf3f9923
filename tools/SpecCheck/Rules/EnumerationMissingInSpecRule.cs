namespace Fapi.SpecCheck.Rules;

/// <summary>Values that the docs list and the spec doesn't; a spec that lists none at all misses them all.</summary>
internal static class EnumerationMissingInSpecRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        Enumeration.Compare(c, (docs, spec) => docs.Except(spec).Any());
}
