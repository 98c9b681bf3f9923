using System.Text.Json.Nodes;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>SARIF 2.1.0, the OASIS format for results of static analysis.</summary>
internal static class SarifFormat
{
    public static void Write(CheckReport report, Wordings wordings, TextWriter output)
    {
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = Driver(wordings) },
                ["language"] = wordings.Language,
                ["columnKind"] = "utf16CodeUnits",
                ["invocations"] = new JsonArray(Invocation(report)),
                ["results"] = new JsonArray([.. report.Findings.Select(Result)]),
            }),
        };
        output.WriteLine(log.ToJsonString(JsonFormat.Options));
    }

    private static JsonObject Driver(Wordings wordings) => new()
    {
        ["name"] = "spec-check",
        ["version"] = typeof(Finding).Assembly.GetName().Version!.ToString(3),
        ["rules"] = new JsonArray([.. RuleTable.All.Select(rule => new JsonObject
        {
            ["id"] = rule.Id,
            ["shortDescription"] = Text(wordings.Title(rule)),
            ["fullDescription"] = Text($"{wordings.Title(rule)} ({wordings.Name(rule.Direction)})"),
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity) },
        })]),
    };

    private static JsonObject Invocation(CheckReport report) => new()
    {
        ["executionSuccessful"] = report.Failures.Count == 0,
        ["exitCode"] = report.ExitCode,
        ["exitCodeDescription"] = report.Summary,
        ["toolExecutionNotifications"] = new JsonArray([.. report.Failures.Select(failure => new JsonObject
        {
            ["level"] = "error",
            ["descriptor"] = new JsonObject { ["id"] = failure.Outcome.ToString() },
            ["message"] = Text($"{failure.Subject}: {string.Join(" ", failure.Reasons)}"),
        })]),
    };

    private static JsonObject Result(Finding finding)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule,
            ["ruleIndex"] = RuleTable.All.Select(rule => rule.Id).ToList().IndexOf(finding.Rule),
            ["level"] = Level(finding.Severity),
            ["message"] = Text(finding.Message),
            ["locations"] = new JsonArray(Location(finding)),
            ["partialFingerprints"] = new JsonObject { ["location/v1"] = $"{finding.Rule} {finding.Location}" },
        };
        if (finding.Waiver is { } waiver)
        {
            result["suppressions"] = new JsonArray(new JsonObject
            {
                ["kind"] = "external",
                ["status"] = "accepted",
                ["justification"] = $"{waiver.Reason} ({waiver.Until:O})",
            });
        }

        return result;
    }

    private static JsonObject Location(Finding finding) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = FileUri(finding.File) },
            ["region"] = new JsonObject { ["startLine"] = finding.Line },
        },
        ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = finding.Location }),
    };

    private static string FileUri(string file) => Path.IsPathRooted(file)
        ? new Uri(file).AbsoluteUri
        : string.Join('/', file.Split('/').Select(Uri.EscapeDataString));

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static JsonObject Text(string text) => new() { ["text"] = text };
}
