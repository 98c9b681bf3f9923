namespace Fapi.SpecCheck.Rules;

/// <summary>The whole example against the whole schema: what no comparison of single fields sees.</summary>
internal static class ExampleInvalidRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        // One finding for one fault: the rules for fields word theirs better.
        var known = FieldTypeRule.Check(c).Concat(FieldMissingInSchemaRule.Check(c))
            .Select(difference => difference.Fact.Name).ToHashSet();
        return
            (from example in c.Page.ResponseExamples
             from fault in c.Operation.Response.Validate(example)
             let name = Name(fault.Pointer)
             where !known.Contains(name)
             select new Difference(
                 name.Length == 0 ? FactKey.Example : FactKey.Field(name),
                 null,
                 $"{fault.Actual} ({fault.Pointer}), where the schema wants {fault.Expected}")).Distinct();
    }

    /// <summary>The field that a JSON pointer leads to: <c>brackets[].cum</c> for <c>/brackets/0/cum</c>.</summary>
    private static string Name(string pointer)
    {
        var name = new StringBuilder();
        foreach (var part in pointer.Split('/').Skip(1))
        {
            if (part.All(char.IsAsciiDigit))
            {
                name.Append("[]");
            }
            else
            {
                name.Append(name.Length == 0 ? "" : ".")
                    .Append(part.Replace("~1", "/", StringComparison.Ordinal)
                        .Replace("~0", "~", StringComparison.Ordinal));
            }
        }

        return name.ToString();
    }
}
