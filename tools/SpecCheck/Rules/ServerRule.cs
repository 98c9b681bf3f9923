namespace Fapi.SpecCheck.Rules;

/// <summary>
/// Every server of the spec has to be one of the schema's; pages name the server in the request line.
/// </summary>
internal static class ServerRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        var (ours, docs) = (c.Spec.Hosts, c.Page.Hosts);
        var missing = c.Page.IsSchema ? ours.Except(docs) : docs.Except(ours);
        return Difference.If(
            missing.Any(), FactKey.Server, string.Join(", ", ours), docs.Count == 0 ? null : string.Join(", ", docs));
    }
}
