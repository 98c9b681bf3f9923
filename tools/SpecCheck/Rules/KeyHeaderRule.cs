namespace Fapi.SpecCheck.Rules;

/// <summary>The schema lists the API key as a header; the spec has a security scheme for it.</summary>
internal static class KeyHeaderRule
{
    private const string Header = "header";
    private const string Scheme = "security scheme";

    public static IEnumerable<Difference> Check(PageComparison c) => Difference.If(
        c.Page.IsSchema && c.Page.HasKeyHeader != c.Operation.HasKeyHeader,
        FactKey.KeyHeader,
        c.Operation.HasKeyHeader ? Scheme : null,
        c.Page.HasKeyHeader ? Header : null);

    public static IEnumerable<Difference> Note(PageComparison c) => Difference.If(
        c.Page is { IsSchema: true, HasKeyHeader: true } && c.Operation.HasKeyHeader,
        FactKey.KeyHeader, Scheme, Header);
}
