namespace Fapi.SpecCheck.Rules;

/// <summary>What a source says of the parameters of a request.</summary>
internal static class ParameterRules
{
    private static readonly string[] Words =
        ["YES", "NO", "EITHER", "EITHER OR BOTH", "CONDITIONAL", "CONDITIONALLY", "DEPENDS", "二选一", "至少一个", "视情况"];

    /// <summary>True for a word of which it is known whether the parameter may be left out.</summary>
    public static bool IsKnown(string word) => Words.Contains(word, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<Difference> MissingInDocs(PageComparison c) =>
        from spec in c.Ours.Parameters
        where spec.Name != SecurityTypes.Signature && c.Page.Parameters.All(docs => docs.Name != spec.Name)
        select new Difference(FactKey.Parameter(spec.Name), FactTable.Describe(spec), null);

    public static IEnumerable<Difference> MissingInSpec(PageComparison c)
    {
        var known = c.Ours.Parameters.Select(parameter => parameter.Name).ToHashSet();
        var isSigned = c.Page.SecurityType == c.Ours.SecurityType && SecurityTypes.IsSigned(c.Page.SecurityType);
        return c.Page.Parameters.Where(docs => !known.Contains(docs.Name))
            .Select(docs => new Difference(FactKey.Parameter(docs.Name), null, FactTable.Describe(docs)))
            .Concat(Difference.If(
                isSigned && !known.Contains(SecurityTypes.Signature),
                FactKey.Parameter(SecurityTypes.Signature), null, c.Page.SecurityType));
    }

    public static IEnumerable<Difference> Type(PageComparison c) => c.Differ(FactKey.Type, (docs, spec) =>
        docs.Type is { } type && DocsType.IsKnown(type) && !DocsType.Fits(type, spec.Type)
        && !IsNarrowed(c, docs, spec));

    /// <summary>64 bits in the schema for which the spec has 32: no drift while the bounds fit.</summary>
    public static IEnumerable<Difference> Width(PageComparison c) =>
        c.Differ(FactKey.Type, (docs, spec) => IsNarrowed(c, docs, spec));

    /// <summary>A page's own word, such as one for "either of the two", asks for what may be left out.</summary>
    public static IEnumerable<Difference> Mandatory(PageComparison c) => c.Differ(FactKey.Mandatory, (docs, spec) =>
        docs.Mandatory is { } word && (word == "YES") != (spec.Mandatory == "YES"));

    public static IEnumerable<Difference> Place(PageComparison c) => c.Differ(FactKey.Place, (docs, spec) =>
        docs.Place is { } place && place != spec.Place && !IsEitherWay(place, spec.Place!));

    /// <summary>The exchange takes query and form alike; told once for all parameters of an operation.</summary>
    public static IEnumerable<Difference> EitherPlace(PageComparison c) => c
        .Differ(FactKey.Place, (docs, spec) =>
            docs.Place is { } place && place != spec.Place && IsEitherWay(place, spec.Place!))
        .Select(one => one with { Fact = FactKey.ParameterPlace }).Distinct();

    /// <summary>The docs allow less than the spec: what the spec lets pass, the exchange refuses.</summary>
    public static IEnumerable<Difference> Narrower(PageComparison c) => c
        .Differ(FactKey.Minimum, (docs, spec) => docs.Minimum is { } low && !(low <= spec.Minimum))
        .Concat(c.Differ(FactKey.Maximum, (docs, spec) => docs.Maximum is { } high && !(high >= spec.Maximum)));

    /// <summary>The docs allow more than the spec. A schema states every maximum; a page may leave it open.</summary>
    public static IEnumerable<Difference> Wider(PageComparison c) => c
        .Differ(FactKey.Minimum, (docs, spec) => docs.Minimum < spec.Minimum)
        .Concat(c.Differ(FactKey.Maximum, (docs, spec) => docs.Maximum > spec.Maximum
            || (c.Page.IsSchema && docs.Maximum is null && spec.Maximum is not null)));

    /// <summary>Limits of the spec that the schema leaves open.</summary>
    public static IEnumerable<Difference> OwnBound(PageComparison c) => c
        .Differ(FactKey.Minimum, (docs, spec) =>
            c.Page.IsSchema && docs.Minimum is null && spec.Minimum is not null)
        .Concat(c.Differ(FactKey.Enum, (docs, spec) => c.Page.IsSchema && docs.Enum is null && spec.Enum is not null));

    public static IEnumerable<Difference> Default(PageComparison c) => c.Differ(FactKey.Default, (docs, spec) =>
        docs.Default is not null && !Numbers.Same(docs.Default, spec.Default));

    /// <summary>Values that the docs list and the spec doesn't; a spec that lists none misses them all.</summary>
    public static IEnumerable<Difference> ValuesMissingInSpec(PageComparison c) => c.Differ(
        FactKey.Enum, (docs, spec) => docs.Enum is { } values && values.Except(spec.Enum ?? []).Any());

    /// <summary>Values that the spec lists and the docs, where they list any, don't.</summary>
    public static IEnumerable<Difference> ValuesMissingInDocs(PageComparison c) => c.Differ(
        FactKey.Enum, (docs, spec) => docs.Enum is { } values && (spec.Enum ?? []).Except(values).Any());

    /// <summary>True where the bounds of the schema keep its 64 bits within the 32 of the spec.</summary>
    private static bool IsNarrowed(PageComparison c, ParameterFact docs, ParameterFact spec) =>
        c.Page.IsSchema && docs.Type == "LONG" && spec.Type == "INT"
        && docs.Maximum is <= int.MaxValue && (docs.Minimum ?? spec.Minimum) is >= int.MinValue;

    private static bool IsEitherWay(string one, string other) => one is "query" or "form" && other is "query" or "form";
}
