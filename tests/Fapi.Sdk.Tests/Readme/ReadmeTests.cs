using System.Reflection;
using System.Text.RegularExpressions;

namespace Fapi.Sdk.Tests.Readme;

/// <summary>What a README shows is what the tests compile and run.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Root = typeof(ReadmeTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    // Each with the number of its C# snippets.
    private static readonly Dictionary<string, int> Readmes = new(StringComparer.Ordinal)
    {
        ["README.md"] = 3,
        [".github/CONTRIBUTING.md"] = 0,
        ["src/Fapi.Contract/README.md"] = 2,
        ["src/Fapi.Leverage/README.md"] = 1,
        ["src/Fapi.Sandbox/README.md"] = 1,
        ["src/Fapi.Sdk/README.md"] = 2,
        ["src/Fapi.Sdk.Ed25519/README.md"] = 1,
        ["src/Fapi.Sdk.HealthChecks/README.md"] = 1,
        ["src/Fapi.Sdk.Redis/README.md"] = 2,
        ["tests/Fapi.Benchmarks/README.md"] = 0,
        ["tools/Leverage/README.md"] = 0,
        ["tools/SpecCheck/README.md"] = 0,
    };

    private static readonly string[] Packed = ["src", "tools"];

    public static TheoryData<string> Files => [.. Readmes.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_snippet_is_compiled(string file)
    {
        var compiled = Trimmed(Read("tests/Fapi.Sdk.Tests/Readme/ReadmeSnippets.cs"));

        var snippets = Snippet().Matches(Read(file)).Select(match => Trimmed(match.Groups[1].Value)).ToList();

        Assert.Equal(Readmes[file], snippets.Count);
        Assert.All(snippets, snippet => Assert.Contains(snippet, compiled, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_that_is_packed_has_a_readme_whose_snippets_are_compiled() =>
        Assert.All(
            Packed.SelectMany(folder => Directory.GetDirectories(Path.Combine(Root, folder))).Where(IsPacked),
            folder => Assert.Contains(
                Path.GetRelativePath(Root, Path.Combine(folder, "README.md")).Replace('\\', '/'), Readmes.Keys));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_link_leads_to_a_file_and_a_heading(string file)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, file))!;

        Assert.All(Link().Matches(Read(file)).Select(match => match.Groups[1].Value.Split('#')), link =>
        {
            var target = Path.Combine(folder, link[0]);
            Assert.True(File.Exists(target), $"{file} links to {link[0]}, which is not there.");
            Assert.True(
                link.Length == 1 || Headings(target).Contains(link[1]), $"{link[0]} has no heading #{link.Last()}.");
        });
    }

    [Theory]
    [InlineData("AddSource(FapiTelemetry.ActivitySourceName)")]
    [InlineData("AddMeter(FapiTelemetry.MeterName)")]
    [InlineData(".AddFapiHealthCheck(\"hedge\")")]
    public void Telemetry_is_wired_as_the_worker_does_it(string call)
    {
        Assert.Contains(call, Read("src/Fapi.Sdk/README.md"), StringComparison.Ordinal);
        Assert.Contains(call, Read("tests/Consumers/Worker/Program.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var names = TestName().Matches(Read("src/Fapi.Sdk/README.md")).Select(match => match.Groups[1].Value).ToList();

        string[] projects = ["Fapi.Sdk.Tests", "Fapi.Sdk.Truth.Tests"];
        var tests = string.Concat(projects
            .SelectMany(
                project => Directory.EnumerateFiles(
                    Path.Combine(Root, "tests", project), "*Tests.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText));

        Assert.True(names.Count >= 8);
        Assert.All(names, name => Assert.Contains($" {name}(", tests, StringComparison.Ordinal));
    }

    [Fact]
    public void Readme_takes_ten_minutes_and_its_first_call_stands_before_line_50()
    {
        var lines = Read("README.md").Split('\n');

        Assert.InRange(lines.Length, 50, 150);
        Assert.InRange(
            Array.FindIndex(
                lines, line => line.Contains("client.ChangeInitialLeverageAsync", StringComparison.Ordinal)), 1, 49);
    }

    private static bool IsPacked(string folder) =>
        Directory.GetFiles(folder, "*.csproj") is [var project]
            && !File.ReadAllText(project).Contains("<IsPackable>false", StringComparison.Ordinal);

    private static IEnumerable<string> Headings(string file) =>
        File.ReadLines(file).Where(line => line.StartsWith('#'))
            .Select(line => line.TrimStart('#', ' ').ToLowerInvariant().Replace(' ', '-'));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string Trimmed(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"\]\(([^):]+)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?:\w+Tests\.|…)(\w+)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
