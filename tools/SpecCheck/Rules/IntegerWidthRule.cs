namespace Fapi.SpecCheck.Rules;

/// <summary>Integers of 64 bits in the schema for which the spec has 32: no drift while the values fit.</summary>
internal static class IntegerWidthRule
{
    private const string Narrow = "int32";

    public static IEnumerable<Difference> Check(PageComparison c) =>
        (from pair in c.SharedParameters
         where IsNarrowed(c.Page, pair.Docs, pair.Spec)
         select new Difference(
             FactKey.Parameter(pair.Docs.Name, FactKey.Type), FactText.Type(pair.Spec), pair.Docs.Type))
        .Concat(
            from docs in c.Page.ResponseFields
            from spec in c.Operation.Fields
            where docs.Name == spec.Name && docs.Format == "int64" && spec.Format == Narrow && Fits(docs.Example)
            select new Difference(FactKey.Field(docs.Name, FactKey.Type), spec.Text, $"{docs.Type} ({docs.Format})"));

    /// <summary>True where the bounds of the schema keep its 64 bits within the 32 of the spec.</summary>
    public static bool IsNarrowed(SourceFacts source, ParameterFact docs, SpecParameter spec) =>
        source.IsSchema && docs.Type == "LONG" && spec is { Type: "integer", Format: Narrow }
        && docs.Maximum is <= int.MaxValue && (docs.Minimum ?? spec.Minimum) is >= int.MinValue;

    /// <summary>True unless the example of a field shows that it outgrows 32 bits.</summary>
    public static bool Fits(string? example) =>
        !decimal.TryParse(example, CultureInfo.InvariantCulture, out var value)
            || value is >= int.MinValue and <= int.MaxValue;
}
