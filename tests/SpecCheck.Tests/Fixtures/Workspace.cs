using System.Text.Json;
using System.Text.RegularExpressions;
using Fapi.SpecCheck.Cli;
using Fapi.SpecCheck.Report.Formats;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.SpecCheck.Tests.Fixtures;

/// <summary>A folder with a spec, its lock and a page, and the command line that runs in it.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spec-check-");

    public Workspace(string? spec = null)
    {
        Write(SpecFile, spec ?? OurSpec);
    }

    /// <summary>The spec, with those of its operations that the sources of these tests have.</summary>
    public static string OurSpec { get; } = WithoutUnusedSchemas(Regex.Replace(
        File.ReadAllText(Repository.Find("spec/openapi.yaml")),
        @"^  (?!/fapi/v1/(leverage|time):)/.*\n(?:(?: {4}.*)?\n)*", "", RegexOptions.Multiline));

    /// <summary>Every format of a report.</summary>
    public static TheoryData<string> Formats => [.. ReportFormats.All.Keys];

    public FakeTimeProvider Time { get; } =
        new ImpatientTime(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    /// <summary>Answers requests for pages.</summary>
    public HttpMessageHandler? Network { get; init; }

    public string SpecFile => PathOf("openapi.yaml");

    public string LockFile => PathOf("docs.lock.yaml");

    public string WaiverFile => PathOf("docs.waivers.yaml");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Replaces text in the spec, which has to be there.</summary>
    public void ChangeSpec(string old, string replacement) =>
        Write(SpecFile, Replaced(File.ReadAllText(SpecFile), old, replacement));

    public static string Replaced(string text, string old, string replacement)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }

    /// <summary>
    /// Line of the spec, from 1, that holds a text; the first one after another text where that is given.
    /// </summary>
    public int LineOf(string text, string? after = null)
    {
        var lines = File.ReadAllLines(SpecFile);
        var from = after is null ? 0 : Array.FindIndex(lines, line => line.Contains(after, StringComparison.Ordinal));
        return Array.FindIndex(lines, from, line => line.Contains(text, StringComparison.Ordinal)) + 1;
    }

    public async Task<Run> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var app = new App(Time, Network is null ? null : () => Network);
        var code = await app.RunAsync(args, output, errors, TestContext.Current.CancellationToken);
        return new Run(code, output.ToString(), errors.ToString());
    }

    /// <summary>Runs <c>check</c> on this spec and reads the report.</summary>
    public async Task<CheckRun> CheckAsync(params string[] args)
    {
        var run = await RunAsync(["check", "--spec", SpecFile, "--format", "json", .. args]);
        Assert.True(run.Output.StartsWith('{'), run.Errors + run.Output);
        return new CheckRun(run.Code, JsonDocument.Parse(run.Output).RootElement);
    }

    public async Task LockAsync(params string[] pages) =>
        Assert.Equal(0, (await RunAsync(["lock", "--spec", SpecFile, .. pages])).Code);

    /// <summary>A spec is read in every test, so what no operation of it needs is left out.</summary>
    private static string WithoutUnusedSchemas(string spec)
    {
        var start = spec.IndexOf("\n  schemas:\n", StringComparison.Ordinal) + "\n  schemas:\n".Length;
        var used = spec[..start] + Regex.Replace(
            spec[start..],
            @"^    (\w+):\n(?:(?: {6}.*)?\n)+",
            one => spec.Contains($"/schemas/{one.Groups[1].Value}'", StringComparison.Ordinal) ? one.Value : "",
            RegexOptions.Multiline);
        return used.Length == spec.Length ? spec : WithoutUnusedSchemas(used);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>Short waits, such as those of a polite pace, are over at once; long ones never end.</summary>
internal sealed class ImpatientTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime < TimeSpan.FromSeconds(1) ? TimeSpan.Zero : dueTime, period);
}

internal sealed record Run(int Code, string Output, string Errors);

internal sealed record CheckRun(int Code, JsonElement Report)
{
    public IEnumerable<JsonElement> Findings => Report.GetProperty("findings").EnumerateArray();

    public IEnumerable<string> Rules => Findings.Select(finding => finding.GetProperty("rule").GetString()!);

    /// <summary>The one finding of a rule at a place.</summary>
    public JsonElement Finding(string rule, string location)
    {
        var fitting = Findings.Where(finding => finding.GetProperty("rule").GetString() == rule
            && finding.GetProperty("location").GetString() == location).ToList();
        Assert.True(fitting.Count == 1,
            $"{fitting.Count} × {rule} at {location} among "
                + $"{string.Join("; ", Findings.Select(f => $"{f.GetProperty("rule")} {f.GetProperty("location")}"))}");
        return fitting[0];
    }
}
