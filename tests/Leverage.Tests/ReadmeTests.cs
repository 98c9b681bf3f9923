using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Fapi.Leverage.Tool.Tests;

/// <summary>What README.md shows of a whole account works as it stands there.</summary>
public sealed class ReadmeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly string _readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "tool.md"));
    private readonly string _example = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "example.yaml"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_shows_the_example_as_it_is() =>
        Assert.Contains($"```yaml\n{_example}```\n", _readme, StringComparison.Ordinal);

    [Fact]
    public async Task Second_plan_has_nothing_to_do()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs bash.");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "example.yaml"), _example, TestContext.Current.CancellationToken);
        var block = Regex
            .Match(_readme, "```\n(leverage sandbox --port 8080 --symbols .*?)```", RegexOptions.Singleline)
            .Groups[1].Value.Replace("8080", SandboxProcessTests.FreePort(), StringComparison.Ordinal)
            .Replace("leverage sandbox", "run sandbox", StringComparison.Ordinal)
            .Replace(". ./sandbox.env", "until grep -qs export sandbox.env; do sleep 0.1; done; . ./sandbox.env",
                StringComparison.Ordinal);
        var script = $$"""
            run() { exec dotnet '{{ToolProcess.Path}}' "$@"; }
            leverage() { (run "$@"); echo "$1: $?"; }
            {{block}}
            kill $!
            """;

        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["plan: 5", "apply: 0", "plan: 0"],
            output.Split('\n').Where(line => line.StartsWith("plan: ") || line.StartsWith("apply: ")));
        Assert.Contains("\nNothing to do: ", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "example.journal")));
    }
}
