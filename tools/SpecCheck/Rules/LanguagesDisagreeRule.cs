namespace Fapi.SpecCheck.Rules;

internal static class LanguagesDisagreeRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        from sibling in c.Siblings
        from difference in DocsDifferences.Between(c.Facts, FactTable.From(sibling))
        where !difference.Fact.MayBeLeftOut || (difference.One is not null && difference.Other is not null)
        select new Difference(
            difference.Fact,
            null,
            $"{c.Page.Language}: {difference.One ?? "–"}; {sibling.Language}: {difference.Other ?? "–"}");
}
