namespace Fapi.SpecCheck.Rules;

/// <summary>Response fields that the spec requires and the schema does not promise, told together.</summary>
internal static class FieldRequiredRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        var promised = c.Page.ResponseFields.ToLookup(field => field.Name, field => field.IsRequired);
        var ours = c.Operation.Fields.Where(field => field.Required && promised[field.Name].Contains(false))
            .Select(field => field.Name).Distinct().ToList();
        return Difference.If(
            c.Page.IsSchema && ours.Count > 0, FactKey.RequiredFields, string.Join(", ", ours), null);
    }
}
