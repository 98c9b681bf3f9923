using Regeneration.Tests.Support;

namespace Regeneration.Tests;

/// <summary>When the client is generated again, and when it is not. One copy, whose state the tests of the class
/// share.</summary>
[Trait("Speed", "Slow")]
public sealed class IncrementalBuildTests(IncrementalBuildTests.RestoredCopy restored)
    : IClassFixture<IncrementalBuildTests.RestoredCopy>
{
    private readonly BuildCopy _copy = restored.Copy;

    [Fact]
    public async Task The_client_is_generated_when_what_it_is_made_from_changes_and_only_then()
    {
        (await _copy.GenerateAsync()).Succeeded();
        Assert.Equal(0, (await _copy.GenerateAsync()).Succeeded().Generations);

        foreach (var input in new[] { _copy.SpecPath, Path.Combine(_copy.Root, "nswag.json"),
            Path.Combine(_copy.Project, "Templates", "Class.liquid") })
        {
            File.SetLastWriteTimeUtc(input, DateTime.UtcNow.AddSeconds(1));
            Assert.True((await _copy.GenerateAsync()).Succeeded().Generations == 1, input);
            File.SetLastWriteTimeUtc(input, DateTime.UtcNow.AddMinutes(-1));
        }

        Assert.Equal(0, (await _copy.GenerateAsync()).Succeeded().Generations);
        File.WriteAllText(Path.Combine(_copy.Project, "Templates", "Unused.liquid"), "");
        Assert.Equal(1, (await _copy.GenerateAsync()).Succeeded().Generations);
        File.Delete(_copy.GeneratedPath);
        Assert.Equal(1, (await _copy.GenerateAsync()).Succeeded().Generations);
    }

    [Fact]
    public async Task A_build_with_nothing_to_generate_does_not_evaluate_the_outer_project_whatever_its_framework()
    {
        var log = Path.Combine(_copy.Root, "build.log");
        string[] detailed = ["--no-restore", $"-flp:LogFile={log};Verbosity=detailed"];
        (await _copy.GenerateAsync()).Succeeded();
        File.Delete(_copy.GeneratedPath);

        (await _copy.BuildNet10Async(detailed)).Succeeded();
        Assert.Contains("(GenerateFapiClientOnce target(s))", File.ReadAllText(log), StringComparison.Ordinal);

        Assert.Equal(0, (await _copy.BuildAsync("--no-restore", "-f", "netstandard2.0")).Succeeded().Generations);
        (await _copy.BuildNet10Async(detailed)).Succeeded();
        var said = File.ReadAllText(log);
        Assert.Contains("Skipping target \"GenerateFapiClient\"", said, StringComparison.Ordinal);
        Assert.DoesNotContain("(GenerateFapiClientOnce target(s))", said, StringComparison.Ordinal);
        Assert.DoesNotContain("SpecLint.csproj\" (", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clean_removes_the_generated_client_and_the_next_build_brings_it_back()
    {
        (await _copy.GenerateAsync()).Succeeded();

        (await _copy.DotnetAsync("clean", _copy.Project)).Succeeded();

        Assert.False(Directory.Exists(_copy.GeneratedFolder));
        Assert.Equal(1, (await _copy.GenerateAsync()).Succeeded().Generations);
    }

    [Fact]
    public async Task A_build_that_is_killed_while_it_generates_leaves_nothing_that_the_next_one_compiles()
    {
        var spec = _copy.Spec;
        (await _copy.GenerateAsync()).Succeeded();
        File.Delete(_copy.GeneratedPath);
        foreach (var draft in new[] { "draft.tmp", "draft.cs", "FapiClient.g.cs.tmp" })
        {
            File.WriteAllText(Path.Combine(_copy.GeneratedFolder, draft), "public partial class Half");
        }

        // The stamp of what made the client before is deleted right before NSwag starts.
        File.WriteAllText(Path.Combine(_copy.GeneratedFolder, "0.generator"), "");
        using (var watcher = new FileSystemWatcher(_copy.GeneratedFolder))
        using (var build = DotnetRun.Start(_copy.Root, ["build", _copy.Project, "--no-restore", "-f", "net10.0"]))
        {
            Assert.False(watcher.WaitForChanged(WatcherChangeTypes.Deleted, TimeSpan.FromMinutes(1)).TimedOut);
            build.Kill(entireProcessTree: true);
            await build.WaitForExitAsync();
        }

        Assert.True(!File.Exists(_copy.GeneratedPath) || _copy.Generated.TrimEnd().EndsWith('}'));
        _copy.Spec = spec.With("maximum: 125 }", "maximum: 126 }");
        (await _copy.BuildNet10Async("--no-restore")).Succeeded();
        Assert.Contains("Argument.InRange(leverage, 1, 126);", _copy.Generated, StringComparison.Ordinal);
        _copy.Spec = spec;
    }

    [Fact]
    public async Task Two_builds_at_once_of_one_folder_end_in_one_whole_client()
    {
        (await _copy.DotnetAsync("clean", _copy.Project)).Succeeded();

        var runs = await Task.WhenAll(_copy.GenerateAsync(), _copy.GenerateAsync());

        Assert.All(runs, run => run.Succeeded());
        Assert.Empty(Directory.GetFileSystemEntries(_copy.GeneratedFolder, "*.tmp"));
        Assert.Equal(0, (await _copy.GenerateAsync()).Succeeded().Generations);
        Assert.EndsWith("}", _copy.Generated.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_design_time_build_compiles_the_generated_client()
    {
        File.Delete(_copy.GeneratedPath);

        var run = (await _copy.DotnetAsync(
            "build", _copy.Project, "--no-restore", "-f", "net10.0", "-t:Compile", "-getItem:CscCommandLineArgs",
            "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true")).Succeeded();

        Assert.Contains("FapiClient.g.cs", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_copy.GeneratedPath));
    }

    public sealed class RestoredCopy : IAsyncLifetime
    {
        internal BuildCopy Copy { get; } = new();

        public async ValueTask InitializeAsync() => (await Copy.RestoreAsync()).Succeeded();

        public ValueTask DisposeAsync()
        {
            Copy.Dispose();
            return default;
        }
    }
}
