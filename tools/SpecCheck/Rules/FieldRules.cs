namespace Fapi.SpecCheck.Rules;

/// <summary>What a source says of the fields of a response.</summary>
internal static class FieldRules
{
    public static IEnumerable<Difference> MissingInSchema(PageComparison c)
    {
        var known = c.Ours.ResponseFields.Select(field => field.Name).ToHashSet();
        var open = c.Ours.ResponseFields.Where(field => field.IsOpen).Select(field => field.Name + ".").ToList();
        var missing = c.Page.ResponseFields
            .Where(docs => !known.Contains(docs.Name) && !open.Any(docs.Name.StartsWith)).ToList();
        return Topmost(missing).Select(docs => new Difference(FactKey.Field(docs.Name), null, docs.Type));
    }

    /// <summary>What belongs to a shape of the response that the page doesn't show is not missing.</summary>
    public static IEnumerable<Difference> MissingInExample(PageComparison c)
    {
        var shown = c.Page.ResponseFields.Select(field => field.Name).ToHashSet();
        var missing =
            from field in c.Ours.ResponseFields
            group field by field.Alternative into way
            where way.Key.Length == 0 || way.Any(field => shown.Contains(field.Name))
            from field in way
            where !shown.Contains(field.Name) && !field.Name.EndsWith("[]", StringComparison.Ordinal)
            select field;
        return Topmost([.. missing]).Select(field => new Difference(FactKey.Field(field.Name), field.Text, null));
    }

    /// <summary>Fields that the spec requires and the schema does not promise, told together.</summary>
    public static IEnumerable<Difference> Required(PageComparison c)
    {
        var promised = c.Page.ResponseFields.ToLookup(field => field.Name, field => field.IsRequired);
        var ours = c.Ours.ResponseFields.Where(field => field.IsRequired && promised[field.Name].Contains(false))
            .Select(field => field.Name).Distinct().ToList();
        return Difference.If(
            c.Page.IsSchema && ours.Count > 0, FactKey.RequiredFields, string.Join(", ", ours), null);
    }

    public static IEnumerable<Difference> Type(PageComparison c) =>
        from docs in c.Page.ResponseFields.Distinct()
        let spec = c.Ours.ResponseFields.Where(field => field.Name == docs.Name).ToList()
        where spec.Count > 0 && !spec.Exists(field => Allows(field, docs))
        select new Difference(
            FactKey.Field(docs.Name, FactKey.Type),
            string.Join(" or ", spec.Select(field => field.Text).Distinct()),
            docs.Type);

    /// <summary>64 bits in the schema for which the spec has 32: no drift while the example fits.</summary>
    public static IEnumerable<Difference> Width(PageComparison c) =>
        from docs in c.Page.ResponseFields
        from spec in c.Ours.ResponseFields
        where docs.Name == spec.Name && IsNarrowed(spec, docs) && Fits(docs.Example)
        select new Difference(FactKey.Field(docs.Name, FactKey.Type), spec.Text, docs.Text);

    /// <summary>The whole example against the whole schema: what no comparison of single fields sees.</summary>
    public static IEnumerable<Difference> Example(PageComparison c)
    {
        // One finding for one fault: the rules for fields word theirs better.
        var known = Type(c).Concat(MissingInSchema(c)).Select(difference => difference.Fact.Name).ToHashSet();
        return
            (from example in c.Page.ResponseExamples
             from fault in c.Operation.FaultsIn(example)
             let name = NameOf(fault.Pointer)
             where !known.Contains(name)
             select new Difference(
                 name.Length == 0 ? FactKey.Example : FactKey.Field(name),
                 null,
                 $"{fault.Actual} ({fault.Pointer}), where the schema wants {fault.Expected}")).Distinct();
    }

    /// <summary>What stands below a missing field is missing with it.</summary>
    private static IEnumerable<FieldFact> Topmost(List<FieldFact> missing) => missing
        .Where(one => !missing.Exists(above => one.Name.StartsWith(above.Name, StringComparison.Ordinal)
            && one.Name.AsSpan(above.Name.Length) is ['.' or '[', ..]))
        .DistinctBy(one => one.Name);

    private static bool Allows(FieldFact field, FieldFact docs) =>
        (field.Type == docs.Type || (docs.Type == "integer" && field.Type == "number"))
        && (!IsNarrowed(field, docs) || Fits(docs.Example));

    private static bool IsNarrowed(FieldFact field, FieldFact docs) =>
        docs.Format == "int64" && field.Format == "int32";

    /// <summary>True unless the example of a field shows that it outgrows 32 bits.</summary>
    private static bool Fits(string? example) =>
        Numbers.Parse(example) is not { } value || value is >= int.MinValue and <= int.MaxValue;

    /// <summary>The field that a JSON pointer leads to: <c>brackets[].cum</c> for <c>/brackets/0/cum</c>.</summary>
    private static string NameOf(string pointer) => string.Concat(pointer.Split('/').Skip(1).Select(part =>
        part.All(char.IsAsciiDigit) ? "[]" : "." + part.Replace("~1", "/", StringComparison.Ordinal)
            .Replace("~0", "~", StringComparison.Ordinal))).TrimStart('.');
}
