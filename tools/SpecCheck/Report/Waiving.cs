using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>Silences findings, and reports the waivers that no longer should be there.</summary>
internal sealed class Waiving(WaiverList list, DateOnly today, FindingWriter writer)
{
    /// <summary>The findings with their waivers, followed by findings about waivers.</summary>
    /// <param name="looked">Operations of which every page could be compared; only there can a waiver be
    /// unused.</param>
    public IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings, IReadOnlySet<string> looked, bool fromLock)
    {
        var valid = list.Waivers.Where(waiver => waiver.Until >= today).ToList();
        var result = findings.Select(finding => finding with { Waiver = valid.Find(waiver => Fits(waiver, finding)) })
            .ToList();
        var about =
            from waiver in list.Waivers
            let rule = waiver.Until < today ? RuleTable.WaiverExpired
                : IsUnused(waiver, findings, looked, fromLock) ? RuleTable.WaiverUnused
                : null
            where rule is not null
            select About(rule, waiver);
        return [.. result, .. about];
    }

    private static bool Fits(Waiver waiver, Finding finding) =>
        waiver.Rule == finding.Rule && waiver.Location == finding.Location;

    private bool IsUnused(Waiver waiver, IReadOnlyList<Finding> findings, IReadOnlySet<string> looked, bool fromLock)
    {
        if (findings.Any(finding => Fits(waiver, finding)) || (fromLock && RuleTable.Find(waiver.Rule)!.NeedsPage))
        {
            return false;
        }

        var operation = string.Join(' ', waiver.Location.Split(' ').Take(2));
        return looked.Contains(operation)
            || (waiver.Rule != RuleTable.OperationMissing.Id
                && writer.Spec.Operations.All(one => one.Name != operation));
    }

    private Finding About(Rule rule, Waiver waiver) => writer.Write(
        rule,
        "",
        new Difference(
            new FactKey("waivers", $"{waiver.Rule} {waiver.Location}"), null, $"{waiver.Until:O}: {waiver.Reason}"),
        waiver.Line,
        [],
        file: list.File);
}
