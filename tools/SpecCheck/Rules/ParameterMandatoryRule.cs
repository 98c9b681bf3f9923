namespace Fapi.SpecCheck.Rules;

/// <remarks>
/// A page's own word, such as one for "either of the two", asks for a parameter that may be left out.
/// </remarks>
internal static class ParameterMandatoryRule
{
    private static readonly string[] Words =
        ["YES", "NO", "EITHER", "EITHER OR BOTH", "CONDITIONAL", "CONDITIONALLY", "DEPENDS", "二选一", "至少一个", "视情况"];

    public static bool IsKnown(string word) => Words.Contains(word, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<Difference> Check(PageComparison c) =>
        from pair in c.SharedParameters
        where pair.Docs.Mandatory is { } word && (word == "YES") != pair.Spec.Required
        select new Difference(
            FactKey.Parameter(pair.Docs.Name, FactKey.Mandatory), FactText.Required(pair.Spec), pair.Docs.Mandatory);
}
