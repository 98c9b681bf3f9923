namespace Fapi.SpecCheck.Rules;

internal static class FieldMissingInExampleRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        var shown = c.Page.ResponseFields.Select(field => field.Name).ToHashSet();
        var missing = new List<SpecField>();
        foreach (var way in c.Operation.Fields.GroupBy(field => field.Alternative))
        {
            // A response has one of several shapes: what belongs to one that the page doesn't show is not missing.
            if (way.Key.Length > 0 && !way.Any(field => shown.Contains(field.Name)))
            {
                continue;
            }

            missing.AddRange(
                way.Where(field =>
                !shown.Contains(field.Name) && !field.Name.EndsWith("[]", StringComparison.Ordinal)));
        }

        return missing
            .Where(field => !missing.Any(above => FieldMissingInSchemaRule.IsBelow(field.Name, above.Name)))
            .DistinctBy(field => field.Name)
            .Select(field => new Difference(FactKey.Field(field.Name), field.Text, null));
    }
}
