using System.Text.Json.Nodes;
using Fapi.SpecCheck.Rules;
using Fapi.SpecCheck.Tests.Fixtures;
using NJsonSchema;

namespace Fapi.SpecCheck.Tests.Formats;

/// <summary>Logs are checked against the published JSON schema of SARIF 2.1.0.</summary>
public sealed class SarifTests : IDisposable
{
    private readonly Workspace _workspace = new();

    /// <summary>What would break a log, and where the schema has to notice it.</summary>
    public static TheoryData<string, string> Breaks => new()
    {
        { "/version", "\"2.0.0\"" },
        { "/runs/0/tool", "null" },
        { "/runs/0/tool/driver/name", "5" },
        { "/runs/0/tool/driver/rules/0/id", "null" },
        { "/runs/0/tool/driver/rules/0/defaultConfiguration/level", "\"severe\"" },
        { "/runs/0/columnKind", "\"bytes\"" },
        { "/runs/0/unknown", "1" },
        { "/runs/0/invocations/0/executionSuccessful", "null" },
        { "/runs/0/invocations/0/toolExecutionNotifications/0/message", "null" },
        { "/runs/0/results/0/message/text", "1" },
        { "/runs/0/results/0/ruleIndex", "-2" },
        { "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri", "{}" },
        { "/runs/0/results/0/locations/0/physicalLocation/region/startLine", "0" },
        { "/runs/0/results/0/suppressions", """[{ "kind": "elsewhere" }]""" },
    };

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Log_with_findings_waivers_and_failures_is_valid(string language)
    {
        var log = await HostileReport.WriteAsync(_workspace, "sarif", "--language", language);

        var run = JsonNode.Parse(log)!["runs"]![0]!;
        Assert.NotEmpty(run["results"]!.AsArray());
        Assert.NotEmpty(run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray());
        Assert.Contains(run["results"]!.AsArray(), result => result!["suppressions"] is not null);
        Assert.Empty(await ErrorsAsync(log));
    }

    [Fact]
    public async Task Log_without_findings_is_valid()
    {
        var run = await _workspace.RunAsync(
            "check", _workspace.Write("page.md",
                LeveragePage.Text), "--spec", _workspace.SpecFile, "--format", "sarif");

        Assert.Equal(0, run.Code);
        Assert.Empty(await ErrorsAsync(run.Output));
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task Broken_log_is_not_valid(string place, string value)
    {
        var log = JsonNode.Parse(await HostileReport.WriteAsync(_workspace, "sarif"))!;
        Put(log, place, JsonNode.Parse(value));

        Assert.NotEmpty(await ErrorsAsync(log.ToJsonString()));
    }

    [Fact]
    public async Task Result_names_its_rule_by_id_and_index()
    {
        var run = JsonNode.Parse(await HostileReport.WriteAsync(_workspace, "sarif"))!["runs"]![0]!;

        var rules = run["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => (string)rule!["id"]!).ToList();
        Assert.Equal(RuleTable.All.Select(rule => rule.Id), rules);
        Assert.All(run["results"]!.AsArray(), result =>
            Assert.Equal((string)result!["ruleId"]!, rules[(int)result["ruleIndex"]!]));
        Assert.Equal(3, (int)run["invocations"]![0]!["exitCode"]!);
        Assert.False((bool)run["invocations"]![0]!["executionSuccessful"]!);
    }

    [Fact]
    public async Task Result_points_at_the_line_of_the_spec()
    {
        var log = JsonNode.Parse(await HostileReport.WriteAsync(_workspace, "sarif"))!;

        var weight = log["runs"]![0]!["results"]!.AsArray().First(result => (string)result!["ruleId"]! == "weight")!;
        var place = weight["locations"]![0]!["physicalLocation"]!;
        Assert.Equal(_workspace.LineOf("x-weight: 1"), (int)place["region"]!["startLine"]!);
        Assert.Equal(_workspace.SpecFile, new Uri((string)place["artifactLocation"]!["uri"]!).LocalPath);
    }

    public void Dispose() => _workspace.Dispose();

    private static async Task<IEnumerable<string>> ErrorsAsync(string log)
    {
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json"), TestContext.Current.CancellationToken);
        return schema.Validate(log).Select(error => error.ToString());
    }

    /// <summary>Sets what stands at a JSON pointer; null takes it away.</summary>
    private static void Put(JsonNode log, string pointer, JsonNode? value)
    {
        var names = pointer.Split('/')[1..];
        var parent =
            names[..^1].Aggregate(log, (node, name) =>
            node is JsonArray list ? list[int.Parse(name, null)]! : node[name]!);
        if (value is null)
        {
            Assert.True(parent.AsObject().Remove(names[^1]));
        }
        else
        {
            parent[names[^1]] = value;
        }
    }
}
