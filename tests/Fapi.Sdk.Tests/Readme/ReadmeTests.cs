using System.Reflection;
using System.Text.RegularExpressions;

namespace Fapi.Sdk.Tests.Readme;

/// <summary>What the README shows is what the tests compile and run.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Root = typeof(ReadmeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "README.md"));

    [Fact]
    public void Every_snippet_is_compiled()
    {
        var compiled = Trimmed(File.ReadAllText(Path.Combine(Root, "tests/Fapi.Sdk.Tests/Readme/ReadmeSnippets.cs")));

        var snippets = Snippet().Matches(Readme).Select(match => Trimmed(match.Groups[1].Value)).ToList();

        Assert.Equal(5, snippets.Count);
        Assert.All(snippets, snippet => Assert.Contains(snippet, compiled, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AddSource(FapiTelemetry.ActivitySourceName)")]
    [InlineData("AddMeter(FapiTelemetry.MeterName)")]
    [InlineData(".AddFapiHealthCheck(\"hedge\")")]
    public void Telemetry_is_wired_as_the_worker_does_it(string call)
    {
        Assert.Contains(call, Readme, StringComparison.Ordinal);
        Assert.Contains(call, File.ReadAllText(Path.Combine(Root, "tests/Consumers/Worker/Program.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var names = TestName().Matches(Readme).Select(match => match.Groups[1].Value).ToList();

        string[] projects = ["Fapi.Sdk.Tests", "Fapi.Sdk.Truth.Tests"];
        var tests = string.Concat(projects
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Root, "tests", project), "*Tests.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText));

        Assert.True(names.Count >= 8);
        Assert.All(names, name => Assert.Contains($" {name}(", tests, StringComparison.Ordinal));
    }

    [Fact]
    public void First_call_stands_before_line_30() =>
        Assert.InRange(Readme.Split('\n').TakeWhile(line => !line.Contains("client.ChangeInitialLeverageAsync", StringComparison.Ordinal)).Count(), 1, 29);

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"`(?:\w+Tests\.|…)(\w+)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
