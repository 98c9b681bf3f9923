using System.Text.Json;
using Fapi.SpecCheck.Rules;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Fapi.SpecCheck.Report.Views;

/// <summary>Words of the rules and the report in one language.</summary>
internal sealed class Wordings
{
    private readonly Content _content;

    private Wordings(string language, Content content) => (Language, _content) = (language, content);

    /// <summary>Languages that there are wordings for.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "zh-CN"];

    public string Language { get; }

    public IReadOnlyDictionary<string, string> Words => _content.Words;

    public IReadOnlyDictionary<string, RuleWording> Rules => _content.Rules;

    public string Nothing => this["nothing"];

    public string this[string word] => _content.Words[word];

    /// <param name="language"><c>en</c> or <c>zh-CN</c>.</param>
    public static Wordings In(string language)
    {
        using var stream = typeof(Wordings).Assembly.GetManifestResourceStream($"{language}.yaml")!;
        using var reader = new StreamReader(stream);
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        return new Wordings(language, yaml.Deserialize<Content>(reader));
    }

    /// <summary>The word for a value of an enumeration.</summary>
    public string Name(Enum value) => this[JsonNamingPolicy.CamelCase.ConvertName(value.ToString())];

    public string Title(Rule rule) => _content.Rules[rule.Id].Title;

    public string Verdict(Outcome outcome) => this[$"verdict{outcome}"];

    /// <summary>The finding as a sentence.</summary>
    public string Sentence(Finding finding)
    {
        var fact = finding.Difference.Fact;
        return Fill(_content.Rules[finding.Rule.Id].Text, new()
        {
            ["fact"] = fact.ToString(),
            ["name"] = fact.Name ?? "",
            ["aspect"] = fact.Aspect is { } aspect ? _content.Aspects.GetValueOrDefault(aspect, aspect) : "",
            ["spec"] = finding.Difference.Spec ?? Nothing,
            ["docs"] = finding.Difference.Docs ?? Nothing,
        });
    }

    /// <summary>The result of a check in one sentence.</summary>
    public string Summary(CheckResult report) => Fill(this["summary"], new()
    {
        ["outcomes"] = string.Join(", ", report.Outcomes.Select(one => Name(one))),
        ["checked"] = $"{report.Operations.Count(one => report.OutcomeOf(one) != Outcome.CouldNotCheck)}",
        ["all"] = $"{report.Spec.Operations.Count}",
        ["pages"] = $"{report.Operations.Sum(one => one.Pages.Count)}",
        ["findings"] = $"{report.Counted.Count()}",
        ["waived"] = $"{report.Waived.Count()}",
        ["code"] = $"{report.ExitCode}",
        ["unlisted"] = report.Unlisted.Count == 0
            ? ""
            : Fill(this["unlisted"], new() { ["count"] = $"{report.Unlisted.Count}" }),
    });

    public string Intro(string file) => Fill(this["intro"], new() { ["file"] = file });

    /// <summary>Fills each placeholder once, so that what a page says is never taken for one.</summary>
    private static string Fill(string template, Dictionary<string, string> values) =>
        string.Concat(template.Split('{', '}').Select((part, index) => index % 2 == 0 ? part : values[part]));

    private sealed class Content
    {
        public Dictionary<string, RuleWording> Rules { get; set; } = [];

        public Dictionary<string, string> Aspects { get; set; } = [];

        public Dictionary<string, string> Words { get; set; } = [];
    }
}

/// <summary>Title and sentence of a rule.</summary>
internal sealed class RuleWording
{
    public string Title { get; set; } = "";

    public string Text { get; set; } = "";
}
