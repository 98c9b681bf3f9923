namespace Fapi.SpecCheck.Rules;

/// <summary>What a source says of an operation as a whole.</summary>
internal static class OperationRules
{
    private const string Header = "header";
    private const string Scheme = "security scheme";

    public static IEnumerable<Difference> SecurityType(PageComparison c) => Difference.Between(
        FactKey.Security, c.Ours.SecurityType, c.Page.SecurityType ?? SecurityTypes.None);

    /// <summary>Every server of the spec has to be one of the schema's; a page names one in the request line.</summary>
    public static IEnumerable<Difference> Server(PageComparison c)
    {
        var (ours, docs) = (c.Ours.Hosts, c.Page.Hosts);
        var missing = c.Page.IsSchema ? ours.Except(docs) : docs.Except(ours);
        return Difference.If(
            missing.Any(), FactKey.Server, string.Join(", ", ours), docs.Count == 0 ? null : string.Join(", ", docs));
    }

    /// <summary>The docs withdraw an operation or a parameter that the spec still offers.</summary>
    public static IEnumerable<Difference> Deprecated(PageComparison c) => Difference
        .If(c.Page.IsDeprecated && !c.Ours.IsDeprecated, FactKey.Deprecated, null, "yes")
        .Concat(c.Differ(FactKey.Withdrawn, (docs, spec) => docs.IsDeprecated && !spec.IsDeprecated));

    /// <summary>The spec says that a request is signed with the parameter that carries the signature.</summary>
    public static IEnumerable<Difference> Signature(PageComparison c)
    {
        var isSigned = c.Ours.Parameters.Any(one => one.Name == SecurityTypes.Signature);
        return Difference.Between(FactKey.Signed, Text(isSigned), c.Page.IsSchema ? Text(c.Page.IsSigned) : null);

        static string Text(bool isSigned) => isSigned ? "signed" : "not signed";
    }

    public static IEnumerable<Difference> KeyHeader(PageComparison c) => Difference.If(
        c.Page.IsSchema && c.Page.HasKeyHeader != c.Ours.HasKeyHeader,
        FactKey.KeyHeader,
        c.Ours.HasKeyHeader ? Scheme : null,
        c.Page.HasKeyHeader ? Header : null);

    public static IEnumerable<Difference> KeyAsScheme(PageComparison c) => Difference.If(
        c.Page is { IsSchema: true, HasKeyHeader: true } && c.Ours.HasKeyHeader,
        FactKey.KeyHeader, Scheme, Header);

    public static IEnumerable<Difference> Weight(PageComparison c) => Difference.If(
        c.Page.Weight is { } docs && !IsVarying(c) && !Numbers.Same(docs.ToString(), c.Ours.Weight?.Text),
        FactKey.Weight, c.Ours.Weight?.Text, c.Page.Weight?.ToString());

    /// <summary>The spec counts with the largest of several weights, which is always enough.</summary>
    public static IEnumerable<Difference> WeightVaries(PageComparison c) =>
        Difference.If(IsVarying(c), FactKey.Weight, c.Ours.Weight?.Text, c.Page.Weight?.ToString());

    public static IEnumerable<Difference> UnknownCode(PageComparison c) =>
        from code in c.Page.Codes.Distinct()
        let key = FactKey.Code(code)
        where !c.Spec.ErrorCodes.Contains(key.Name!)
        select new Difference(key, null, key.Name);

    /// <summary>What stands beside the tables, for a person to read: no rule compares it.</summary>
    public static IEnumerable<Difference> Note(PageComparison c) =>
        c.Page.Notes.Select(note => new Difference(note.Fact, null, note.Text));

    private static bool IsVarying(PageComparison c) =>
        c.Page.Weight is { Value: null } docs && Numbers.Same(docs.Largest, c.Ours.Weight?.Text);
}
