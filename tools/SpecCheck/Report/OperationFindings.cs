using Fapi.SpecCheck.Facts.Lock;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>
/// Collects the findings on the pages of one operation, told once for all languages that say the same.
/// </summary>
internal static class OperationFindings
{
    public static IEnumerable<Finding> Find(CheckedOperation one, bool fromLock, FindingWriter writer)
    {
        List<Found> found =
        [
            .. from page in one.Pages
               from rule in RuleTable.All
               where rule.Check is not null && !(fromLock && rule.NeedsPage) && Applies(rule, page)
               from difference in rule.Check!(page)
               select new Found(rule, difference, page),
        ];
        var disputed = found.Where(f => f.Rule == RuleTable.LanguagesDisagree).Select(f => f.Difference.Fact)
            .ToHashSet();
        var languages = one.Pages.Select(page => page.Page.Language).Distinct().Count();
        return
            from f in found
            group f by (f.Rule, f.Difference) into same
            where !IsTheDocsOwn(same.Key.Rule, same.Key.Difference.Fact)
                || Languages(
                    found.Where(f =>
                    f.Rule == same.Key.Rule && f.Difference.Fact == same.Key.Difference.Fact)) == languages
            select Write(writer, one.Operation, same.Key.Rule, same.Key.Difference, [.. same.Select(f => f.Page)]);

        // Where the languages disagree and one of them says what the spec says, the docs are at odds with themselves.
        bool IsTheDocsOwn(Rule rule, FactKey fact) =>
            disputed.Contains(fact) && rule.Direction is Direction.DocsToSpec or Direction.SpecToDocs or Direction.Both;
    }

    private static int Languages(IEnumerable<Found> found) =>
        found.Select(f => f.Page.Page.Language).Distinct().Count();

    /// <summary>
    /// A fact that a page doesn't state counts against the spec only where the page could be read as a whole.
    /// </summary>
    private static bool Applies(Rule rule, PageComparison page) => rule.Silence != Silence.Denial || page.IsComplete;

    private static Finding Write(
        FindingWriter writer, SpecOperation operation, Rule rule, Difference difference, List<PageComparison> pages)
    {
        var fact = difference.Fact;
        var line = fact.Kind == FactKey.CodeKind ? writer.Spec.ErrorCodesLine : operation.LineOf(fact);
        var shown = rule == RuleTable.LanguagesDisagree
            ? difference with { Spec = FactTable.From(operation).GetValueOrDefault(fact) }
            : difference;
        return writer.Write(rule, operation.Name, shown, line, pages.Select(page => page.Page), Locked(pages, fact));
    }

    private static string? Locked(List<PageComparison> pages, FactKey fact) =>
        pages.Select(page => page.Locked).OfType<LockedSource>().FirstOrDefault() is { } locked
            ? FactTable.From(locked.ToFacts()).GetValueOrDefault(fact)
            : null;

    private sealed record Found(Rule Rule, Difference Difference, PageComparison Page);
}
