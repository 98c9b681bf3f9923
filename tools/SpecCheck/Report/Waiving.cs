using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>Silences one finding until a date.</summary>
internal sealed record Waiver
{
    /// <summary>Id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>As the finding shows it: <c>POST /fapi/v1/leverage parameters/leverage/maximum</c>.</summary>
    public required string Location { get; init; }

    public required string Reason { get; init; }

    /// <summary>Last day on which it holds.</summary>
    public required DateOnly Until { get; init; }

    public bool Fits(Finding finding) => Rule == finding.Rule && Location == finding.Location;
}

/// <summary>Silences findings, and reports the waivers that no longer should be there.</summary>
internal sealed class Waiving(string file, string text, DateOnly today, FindingWriter writer)
{
    private readonly List<Waiver> _waivers = Parse(file, text);

    /// <summary>The findings with their waivers, followed by findings about waivers.</summary>
    /// <param name="looked">Operations of which every page was compared; only there a waiver can be unused.</param>
    public IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings, IReadOnlySet<string> looked, bool fromLock)
    {
        var valid = _waivers.FindAll(waiver => waiver.Until >= today);
        return
        [
            .. findings.Select(finding => finding with { Waiver = valid.Find(waiver => waiver.Fits(finding)) }),
            .. from waiver in _waivers
               let rule = waiver.Until < today ? RuleTable.WaiverExpired
                   : IsUnused(waiver, findings, looked, fromLock) ? RuleTable.WaiverUnused
                   : null
               where rule is not null
               select About(rule, waiver),
        ];
    }

    /// <exception cref="WrongInputException">A waiver is not complete, or of no rule.</exception>
    private static List<Waiver> Parse(string file, string text)
    {
        var waivers = YamlFile.Read<List<Waiver>>(
            text, file, "It is a list of waivers, each with rule, location, reason and until.") ?? [];
        return waivers.Find(one => RuleTable.Find(one.Rule) is null) is { } none
            ? throw new WrongInputException($"{file}: there is no rule `{none.Rule}`; `spec-check rules` lists them.")
            : waivers;
    }

    private bool IsUnused(Waiver waiver, IReadOnlyList<Finding> findings, IReadOnlySet<string> looked, bool fromLock)
    {
        var operation = string.Join(' ', waiver.Location.Split(' ').Take(2));
        return !findings.Any(waiver.Fits) && !(fromLock && RuleTable.Find(waiver.Rule)!.NeedsPage)
            && (looked.Contains(operation) || (waiver.Rule != RuleTable.OperationMissing.Id
                && writer.Spec.Operations.All(one => one.Name != operation)));
    }

    private Finding About(Rule rule, Waiver waiver) => writer.Write(
        rule,
        "",
        new Difference(
            new FactKey("waivers", $"{waiver.Rule} {waiver.Location}"), null, $"{waiver.Until:O}: {waiver.Reason}"),
        Array.FindIndex(text.Split('\n'), line => line.Contains(waiver.Location, StringComparison.Ordinal)) + 1,
        [],
        file: file);
}
