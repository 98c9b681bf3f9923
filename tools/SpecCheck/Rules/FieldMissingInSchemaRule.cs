namespace Fapi.SpecCheck.Rules;

internal static class FieldMissingInSchemaRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        var known = c.Operation.Fields.Select(field => field.Name).ToHashSet();
        var open = c.Operation.Fields.Where(field => field.Open).Select(field => field.Name + ".").ToList();
        var missing = new List<ResponseFieldFact>();
        foreach (var docs in c.Page.ResponseFields.Where(docs => !known.Contains(docs.Name)))
        {
            // What stands below a missing field is missing with it.
            if (!missing.Any(above => IsBelow(docs.Name, above.Name)) && !open.Any(docs.Name.StartsWith))
            {
                missing.Add(docs);
            }
        }

        return missing.DistinctBy(docs => docs.Name)
            .Select(docs => new Difference(FactKey.Field(docs.Name), null, docs.Type));
    }

    public static bool IsBelow(string name, string above) =>
        name.Length > above.Length && name.StartsWith(above, StringComparison.Ordinal)
            && name[above.Length] is '.' or '[';
}
