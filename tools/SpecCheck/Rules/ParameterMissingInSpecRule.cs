namespace Fapi.SpecCheck.Rules;

internal static class ParameterMissingInSpecRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        var known = c.Operation.Parameters.Select(parameter => parameter.Name).ToHashSet();
        foreach (var docs in c.Page.Parameters.Where(docs => !known.Contains(docs.Name)))
        {
            yield return new Difference(FactKey.Parameter(docs.Name), null, FactText.Describe(docs));
        }

        if (c.Page.SecurityType == c.Operation.SecurityType && SecurityTypes.IsSigned(c.Page.SecurityType)
            && !known.Contains(SecurityTypes.Signature))
        {
            yield return new Difference(FactKey.Parameter(SecurityTypes.Signature), null, c.Page.SecurityType);
        }
    }
}
