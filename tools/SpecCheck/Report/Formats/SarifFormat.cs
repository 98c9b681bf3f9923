using System.Text.Json;
using System.Text.Json.Nodes;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>SARIF 2.1.0, the OASIS format for results of static analysis.</summary>
internal static class SarifFormat
{
    public static void Write(CheckReport report, Wordings wordings, TextWriter output)
    {
        var ids = RuleTable.All.Select(rule => rule.Id).ToList();
        var run = new
        {
            tool = new
            {
                driver = new
                {
                    name = "spec-check",
                    version = typeof(Finding).Assembly.GetName().Version!.ToString(3),
                    rules = RuleTable.All.Select(rule => new
                    {
                        rule.Id,
                        shortDescription = Text(wordings.Title(rule)),
                        fullDescription = Text($"{wordings.Title(rule)} ({wordings.Name(rule.Direction)})"),
                        defaultConfiguration = new { level = Level(rule.Severity) },
                    }),
                },
            },
            wordings.Language,
            columnKind = "utf16CodeUnits",
            invocations = new[]
            {
                new
                {
                    executionSuccessful = report.Failures.Count == 0,
                    report.ExitCode,
                    exitCodeDescription = report.Summary,
                    toolExecutionNotifications = report.Failures.Select(failure => new
                    {
                        level = "error",
                        descriptor = new { id = failure.Outcome.ToString() },
                        message = Text($"{failure.Subject}: {string.Join(" ", failure.Reasons)}"),
                    }),
                },
            },
            results = report.Findings.Select(finding => new
            {
                ruleId = finding.Rule,
                ruleIndex = ids.IndexOf(finding.Rule),
                level = Level(finding.Severity),
                message = Text(finding.Message),
                locations = new[] { Location(finding) },
                partialFingerprints = new JsonObject { ["location/v1"] = $"{finding.Rule} {finding.Location}" },
                suppressions = new[] { finding.Waiver }.OfType<Waiver>().Select(waiver => new
                {
                    kind = "external",
                    status = "accepted",
                    justification = $"{waiver.Reason} ({waiver.Until:O})",
                }),
            }),
        };
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = JsonSerializer.SerializeToNode(new[] { run }, JsonFormat.Options),
        };
        output.WriteLine(log.ToJsonString(JsonFormat.Options));
    }

    /// <summary>The word that build servers have for a severity.</summary>
    public static string Level(Severity severity) =>
        severity < Severity.Warning ? "note" : JsonNamingPolicy.CamelCase.ConvertName($"{severity}");

    private static object Location(Finding finding) => new
    {
        physicalLocation = new
        {
            artifactLocation = new { uri = FileUri(finding.File) },
            region = new { startLine = finding.Line },
        },
        logicalLocations = new[] { new { fullyQualifiedName = finding.Location } },
    };

    private static string FileUri(string file) => Path.IsPathRooted(file)
        ? new Uri(file).AbsoluteUri
        : string.Join('/', file.Split('/').Select(Uri.EscapeDataString));

    private static object Text(string text) => new { text };
}
