namespace Fapi.SpecCheck.Rules;

/// <summary>Values that the spec lists and the docs, where they list any, don't.</summary>
internal static class EnumerationMissingInDocsRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        Enumeration.Compare(c, (docs, spec) => spec.Except(docs).Any());
}
