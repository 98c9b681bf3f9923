namespace Fapi.SpecCheck.Rules;

internal static class FieldTypeRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        from docs in c.Page.ResponseFields.Distinct()
        let spec = c.Operation.Fields.Where(field => field.Name == docs.Name).ToList()
        where spec.Count > 0 && !spec.Any(field => Allows(field, docs))
        select new Difference(
            FactKey.Field(docs.Name, FactKey.Type),
            string.Join(" or ", spec.Select(field => field.Text).Distinct()),
            docs.Type);

    private static bool Allows(SpecField field, ResponseFieldFact docs) =>
        (field.Types.Contains(docs.Type) || (docs.Type == "integer" && field.Types.Contains("number")))
        && !(docs.Format == "int64" && field.Format == "int32" && !IntegerWidthRule.Fits(docs.Example));
}
