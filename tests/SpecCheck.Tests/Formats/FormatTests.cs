using System.Text.Json;
using System.Xml.Linq;
using Fapi.SpecCheck.Rules;
using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Formats;

public sealed class FormatTests : IDisposable
{
    private static readonly string[] Levels = ["error", "warning", "note", "none"];
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task Sarif_HasWhatItsSchemaRequires()
    {
        var log = JsonDocument.Parse(await WriteAsync("sarif")).RootElement;

        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("spec-check", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(RuleTable.All.Select(rule => rule.Id), rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, rule => Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!));
        Assert.NotEmpty(run.GetProperty("results").EnumerateArray());
        Assert.All(run.GetProperty("results").EnumerateArray(), result => AssertResult(result, rules));
        var invocation = Assert.Single(run.GetProperty("invocations").EnumerateArray());
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(3, invocation.GetProperty("exitCode").GetInt32());
        Assert.All(
            invocation.GetProperty("toolExecutionNotifications").EnumerateArray(),
            notification => Assert.NotEmpty(notification.GetProperty("message").GetProperty("text").GetString()!));
    }

    [Fact]
    public async Task Sarif_PointsAtTheLineOfTheSpec()
    {
        var log = JsonDocument.Parse(await WriteAsync("sarif")).RootElement;

        var weight = log.GetProperty("runs")[0].GetProperty("results").EnumerateArray().First(one => one.GetProperty("ruleId").GetString() == "weight");
        var place = weight.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(_workspace.LineOf("x-weight: 1"), place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(_workspace.SpecFile, new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath);
    }

    [Fact]
    public async Task Github_EscapesWhatCouldEndAnAnnotation()
    {
        var lines = (await WriteAsync("github")).TrimEnd().Split(Environment.NewLine);

        Assert.All(lines, line => Assert.Matches("^::(error|warning|notice) [^:\n]*::[^\n]+$", line));
        var weight = Assert.Single(lines, line => line.Contains("[weight: ", StringComparison.Ordinal));
        Assert.StartsWith($"::error file={_workspace.SpecFile},line={_workspace.LineOf("x-weight: 1")},title=Request weight differs::", weight, StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("100%25", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("::set-output", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Junit_CountsWhatItHolds()
    {
        var root = XDocument.Parse(await WriteAsync("junit")).Root!;

        Assert.Equal("testsuites", root.Name.LocalName);
        foreach (var suite in root.Elements("testsuite").Append(root))
        {
            Assert.Equal(suite.Descendants("testcase").Count(), (int)suite.Attribute("tests")!);
            Assert.Equal(suite.Descendants("failure").Count(), (int)suite.Attribute("failures")!);
            Assert.Equal(suite.Descendants("error").Count(), (int)suite.Attribute("errors")!);
            Assert.Equal(suite.Descendants("skipped").Count(), (int)suite.Attribute("skipped")!);
        }

        Assert.NotEmpty(root.Descendants("failure"));
        Assert.NotEmpty(root.Descendants("error"));
        Assert.Single(root.Descendants("skipped"));
        Assert.All(root.Descendants("testcase"), one => Assert.NotEmpty((string)one.Attribute("name")!));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("github")]
    [InlineData("html")]
    public async Task Format_PageWithHostileText_IsHarmless(string format)
    {
        var report = await WriteAsync(format);

        Assert.DoesNotContain(report, c => char.IsControl(c) && c is not ('\n' or '\r'));
        if (format is "html" or "junit")
            Assert.DoesNotContain("<script", report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', report);
    }

    [Fact]
    public async Task Text_ShowsSpecLineAndWordsOfTheDocs()
    {
        var text = await WriteAsync("text");

        Assert.Contains("x-weight: 1", text, StringComparison.Ordinal);
        Assert.Contains("“5”", text, StringComparison.Ordinal);
        Assert.Contains("waived", text, StringComparison.Ordinal);
        Assert.Contains("could not check, drift", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public async Task Html_IsOneFileThatLoadsNothing()
    {
        var html = await WriteAsync("html");

        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        foreach (var loading in new[] { "src=", "<link", "@import", "url(" })
            Assert.DoesNotContain(loading, html, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _workspace.Dispose();

    /// <summary>A report with findings, a waived one, and a page that can't be checked, all with hostile text.</summary>
    private async Task<string> WriteAsync(string format)
    {
        const string hostile = "<script>alert(1)</script> 100% \u001B[31m\u202E ::set-output name=a::b";
        var page = LeveragePage.Text
            .Replace("**1**", "**5**", StringComparison.Ordinal)
            .Replace("symbol| STRING| YES|", $"symbol| STRING| NO| {hostile}", StringComparison.Ordinal)
            .Replace("\"symbol\": \"ETHUSDT\"", "\"<script>alert(1)</script>\\u001b[31m\": \"ETHUSDT\"", StringComparison.Ordinal);
        _workspace.Write("docs.waivers.yaml", $"- rule: parameter-mandatory\n  location: {LeveragePage.Name} parameters/symbol/mandatory\n  reason: Agreed.\n  until: 2027-01-01\n");
        var half = _workspace.Write("half.md", LeveragePage.Text.Replace("leverage| INT", $"leverage| {hostile}", StringComparison.Ordinal));
        var run = await _workspace.RunAsync("check", _workspace.Write("page.md", page), half, "--spec", _workspace.SpecFile, "--format", format);
        Assert.Equal(3, run.Code);
        return run.Output;
    }

    private static void AssertResult(JsonElement result, List<JsonElement> rules)
    {
        var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal(rule.GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
        Assert.Contains(result.GetProperty("level").GetString(), Levels);
        Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        foreach (var location in result.GetProperty("locations").EnumerateArray())
        {
            var place = location.GetProperty("physicalLocation");
            Assert.True(Uri.IsWellFormedUriString(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute));
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
        }

        if (result.TryGetProperty("suppressions", out var suppressions))
            Assert.All(suppressions.EnumerateArray(), one => Assert.Equal("external", one.GetProperty("kind").GetString()));
    }
}
