using System.Collections.Concurrent;
using System.Text.Json;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>Words of the rules and the report in one language.</summary>
internal sealed class Wordings
{
    private static readonly ConcurrentDictionary<string, Wordings> Known = [];

    /// <summary>Languages that there are wordings for.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "zh-CN"];

    public required string Language { get; init; }

    public required Dictionary<string, RuleWording> Rules { get; init; }

    public required Dictionary<string, string> Aspects { get; init; }

    public required Dictionary<string, string> Words { get; init; }

    public string Nothing => this["nothing"];

    public string this[string word] => Words[word];

    public static Wordings In(string language) => Known.GetOrAdd(
        language, static name => YamlFile.Read<Wordings>(Resource.Read($"{name}.yaml"), name, "")!);

    /// <summary>The word for a value of an enumeration.</summary>
    public string Name(Enum value) => Name(value.ToString());

    public string Name(string value) => this[JsonNamingPolicy.CamelCase.ConvertName(value)];

    public string Title(Rule rule) => Rules[rule.Id].Title;

    /// <summary>What a rule found as a sentence.</summary>
    public string Sentence(Rule rule, Difference difference)
    {
        var fact = difference.Fact;
        return Fill(Rules[rule.Id].Text, new()
        {
            ["fact"] = fact.ToString(),
            ["name"] = fact.Name ?? "",
            ["aspect"] = fact.Aspect is { } aspect ? Aspects.GetValueOrDefault(aspect, aspect) : "",
            ["spec"] = difference.Spec ?? Nothing,
            ["docs"] = difference.Docs ?? Nothing,
        });
    }

    /// <summary>The result of a check in one sentence.</summary>
    /// <param name="all">Number of operations of the spec.</param>
    /// <param name="unlisted">Number of operations that it lacks.</param>
    public string Summary(CheckReport report, int all, int unlisted) => Fill(this["summary"], new()
    {
        ["outcomes"] = string.Join(", ", report.Outcomes.Select(one => Name(one))),
        ["checked"] = $"{report.Operations.Count(one => one.Outcome != Outcome.CouldNotCheck)}",
        ["all"] = $"{all}",
        ["pages"] = $"{report.Operations.Sum(one => one.Pages.Count)}",
        ["findings"] = $"{report.Findings.Count(one => one.Counts)}",
        ["waived"] = $"{report.Findings.Count(one => one.Waiver is not null)}",
        ["code"] = $"{report.ExitCode}",
        ["more"] = Counted("notInSource", report.Findings.Count(one => one.Rule == RuleTable.NotInSource.Id))
            + Counted("unlisted", unlisted),
    });

    private string Counted(string word, int count) =>
        count == 0 ? "" : Fill(this[word], new() { ["count"] = $"{count}" });

    /// <summary>Fills each placeholder once, so that what a page says is never taken for one.</summary>
    private static string Fill(string template, Dictionary<string, string> values) =>
        string.Concat(template.Split('{', '}').Select((part, index) => index % 2 == 0 ? part : values[part]));
}

/// <summary>Title and sentence of a rule.</summary>
internal sealed record RuleWording
{
    public required string Title { get; init; }

    public required string Text { get; init; }
}
