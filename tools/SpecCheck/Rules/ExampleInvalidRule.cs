using System.Text.Json;
using System.Text.RegularExpressions;
using Fapi.SpecCheck.Comparison;
using Fapi.SpecCheck.Pages;
using NJsonSchema.Validation;

namespace Fapi.SpecCheck.Rules;

/// <summary>The whole example against the whole schema: what no comparison of single fields sees.</summary>
internal static partial class ExampleInvalidRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        (from example in c.Page.ResponseExamples
         from difference in Invalid(c, example).Concat(TooLarge(c, example))
         select difference).Distinct();

    private static IEnumerable<Difference> Invalid(PageComparison c, JsonElement example)
    {
        // One finding for a wrong type: the rule for fields words it better.
        var typed = FieldTypeRule.Check(c).Select(difference => difference.Fact.Name).ToHashSet();
        return
            from error in c.Operation.Answer.Validate(example)
            let place = Place(error.Path)
            where error.Kind != ValidationErrorKind.NoAdditionalPropertiesAllowed && !typed.Contains(place.Name)
            select new Difference(place, null, $"{error.Kind} ({error.Path})");
    }

    /// <summary>A JSON Schema <c>format</c> doesn't bound a number, but what is generated from it does.</summary>
    private static IEnumerable<Difference> TooLarge(PageComparison c, JsonElement example) =>
        from value in ExampleValues.Of(example)
        from field in c.Operation.Fields
        where field.Name == value.Name && field.Format == "int32" && (value.Integer is < int.MinValue or > int.MaxValue)
        select new Difference(FactKey.Field(field.Name, "format"), field.Format, Numbers.Text(value.Integer));

    /// <summary>The field that a validation error names: <c>brackets[].cum</c> for <c>#/brackets[0].cum</c>.</summary>
    private static FactKey Place(string path)
    {
        var name = Index().Replace(path.TrimStart('#', '/'), "[]");
        return name.Length == 0 ? FactKey.Example : FactKey.Field(name);
    }

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Index();
}
