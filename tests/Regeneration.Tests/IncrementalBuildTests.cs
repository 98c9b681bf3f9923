using Regeneration.Tests.Support;

namespace Regeneration.Tests;

/// <summary>When the client is generated again, and when it is not.</summary>
public sealed class IncrementalBuildTests
{
    [Fact]
    public async Task The_client_is_generated_when_what_it_is_made_from_changes_and_only_then()
    {
        using var copy = new BuildCopy();
        Assert.Equal(1, (await copy.BuildNet10Async()).Succeeded().Generations);
        Assert.Equal(0, (await copy.BuildNet10Async()).Succeeded().Generations);

        foreach (var input in new[] { copy.SpecPath, Path.Combine(copy.Root, "nswag.json"), Path.Combine(copy.Project, "Templates", "Class.liquid") })
        {
            File.SetLastWriteTimeUtc(input, DateTime.UtcNow.AddSeconds(1));
            Assert.True((await copy.GenerateAsync()).Succeeded().Generations == 1, input);
            File.SetLastWriteTimeUtc(input, DateTime.UtcNow.AddMinutes(-1));
        }

        Assert.Equal(0, (await copy.GenerateAsync()).Succeeded().Generations);
        File.WriteAllText(Path.Combine(copy.Project, "Templates", "Unused.liquid"), "");
        Assert.Equal(1, (await copy.GenerateAsync()).Succeeded().Generations);
        File.Delete(copy.GeneratedPath);
        Assert.Equal(1, (await copy.GenerateAsync()).Succeeded().Generations);
    }

    [Fact]
    public async Task A_build_that_has_nothing_to_generate_does_not_even_evaluate_the_outer_project_whatever_its_framework()
    {
        using var copy = new BuildCopy();
        var log = Path.Combine(copy.Root, "build.log");
        string[] detailed = [$"-flp:LogFile={log};Verbosity=detailed"];

        (await copy.BuildNet10Async(detailed)).Succeeded();
        Assert.Contains("(GenerateFapiClientOnce target(s))", File.ReadAllText(log), StringComparison.Ordinal);

        Assert.Equal(0, (await copy.BuildAsync("-f", "netstandard2.0")).Succeeded().Generations);
        (await copy.BuildNet10Async(detailed)).Succeeded();
        Assert.Contains("Skipping target \"GenerateFapiClient\"", File.ReadAllText(log), StringComparison.Ordinal);
        Assert.DoesNotContain("(GenerateFapiClientOnce target(s))", File.ReadAllText(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clean_removes_the_generated_client_and_the_next_build_brings_it_back()
    {
        using var copy = new BuildCopy();
        (await copy.RestoreAsync()).Succeeded();
        (await copy.GenerateAsync()).Succeeded();

        (await copy.DotnetAsync("clean", copy.Project)).Succeeded();

        Assert.False(Directory.Exists(copy.GeneratedFolder));
        Assert.Equal(1, (await copy.GenerateAsync()).Succeeded().Generations);
    }

    [Fact]
    public async Task A_build_that_is_killed_while_it_generates_leaves_nothing_that_the_next_one_compiles()
    {
        using var copy = new BuildCopy();
        (await copy.RestoreAsync()).Succeeded();
        Directory.CreateDirectory(copy.GeneratedFolder);
        foreach (var draft in new[] { "draft.tmp", "draft.cs", "FapiClient.g.cs.tmp" })
        {
            File.WriteAllText(Path.Combine(copy.GeneratedFolder, draft), "public partial class Half");
        }

        File.WriteAllText(Path.Combine(copy.GeneratedFolder, "0.generator"), "");
        using (var build = DotnetRun.Start(copy.Root, ["build", copy.Project, "--no-restore", "-f", "net10.0"]))
        {
            // The stamp of what made the client before is deleted right before NSwag starts.
            using var watcher = new FileSystemWatcher(copy.GeneratedFolder);
            Assert.False(watcher.WaitForChanged(WatcherChangeTypes.Deleted, TimeSpan.FromMinutes(1)).TimedOut);
            build.Kill(entireProcessTree: true);
            await build.WaitForExitAsync();
        }

        Assert.True(!File.Exists(copy.GeneratedPath) || copy.Generated.TrimEnd().EndsWith('}'));
        copy.Spec = copy.Spec.With("maximum: 125 }", "maximum: 126 }");
        (await copy.BuildNet10Async("--no-restore")).Succeeded();
        Assert.Contains("Argument.InRange(leverage, 1, 126);", copy.Generated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_builds_at_once_of_one_folder_end_in_one_whole_client()
    {
        using var copy = new BuildCopy();
        (await copy.RestoreAsync()).Succeeded();

        var runs = await Task.WhenAll(copy.GenerateAsync(), copy.GenerateAsync());

        Assert.All(runs, run => run.Succeeded());
        Assert.Empty(Directory.GetFiles(copy.GeneratedFolder, "*.tmp"));
        Assert.Equal(0, (await copy.GenerateAsync()).Succeeded().Generations);
        Assert.EndsWith("}", copy.Generated.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_design_time_build_compiles_the_generated_client()
    {
        using var copy = new BuildCopy();
        (await copy.RestoreAsync()).Succeeded();

        var run = (await copy.DotnetAsync(
            "build", copy.Project, "--no-restore", "-f", "net10.0", "-t:Compile", "-getItem:CscCommandLineArgs",
            "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true")).Succeeded();

        Assert.Contains("FapiClient.g.cs", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(copy.GeneratedPath));
    }
}
