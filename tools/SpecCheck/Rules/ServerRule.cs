namespace Fapi.SpecCheck.Rules;

/// <summary>
/// Every server of the spec has to be one of the schema's; pages name the server in the request line.
/// </summary>
internal static class ServerRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        var docs = c.Page.Hosts;
        var missing = c.Page.IsSchema ? c.Spec.Hosts.Except(docs) : docs.Except(c.Spec.Hosts);
        if (missing.Any())
        {
            yield return new Difference(
                FactKey.Server, string.Join(", ", c.Spec.Hosts), docs.Count == 0 ? null : string.Join(", ", docs));
        }
    }
}
