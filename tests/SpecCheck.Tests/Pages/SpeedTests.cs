using System.Diagnostics;
using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Pages;

public sealed class SpeedTests
{
    /// <summary>
    /// Spec, lock and report included; the shortest of several, because other work on the machine only makes it longer.
    /// </summary>
    [Fact]
    public async Task One_page_takes_less_than_200_ms_after_start()
    {
        using var workspace = new Workspace();
        var page = workspace.Write("page.md", LeveragePage.Text);
        await workspace.LockAsync(page);
        var shortest = TimeSpan.MaxValue;
        for (var i = 0; i < 6; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await workspace.CheckAsync(page);
            shortest = Stopwatch.GetElapsedTime(start) is var elapsed && elapsed < shortest ? elapsed : shortest;
        }

        Assert.True(shortest < TimeSpan.FromMilliseconds(200), $"It took {shortest.TotalMilliseconds:N0} ms.");
    }

    /// <summary>
    /// In a process of its own; processor time, because other work on the machine does not count in it.
    /// </summary>
    [Fact]
    [Trait("Speed", "Slow")]
    public void Five_hundred_pages_take_less_than_5_seconds_of_two_cores_and_300_MB()
    {
        var folder = Directory.CreateTempSubdirectory("spec-check-");
        try
        {
            var example = string.Concat(Enumerable.Repeat("{ \"a\": 1, // one\n \"b\": [ \"x\" ] }\n", 450));
            var page = new OrchardPage { Response = $"```\n{example}```" }.Markdown();
            for (var i = 0; i < 500; i++)
            {
                File.WriteAllText(Path.Combine(folder.FullName, $"{i}.md"), page);
            }

            Assert.InRange(page.Length * 500, 7_500_000, 9_000_000);

            (var processor, var memory) =
                Measure("facts", folder.FullName, "--output", Path.Combine(folder.FullName, "facts.json"));
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{processor.TotalSeconds:N1} s of processor time, {memory / 1_000_000} MB");
            Assert.True(processor < TimeSpan.FromSeconds(10),
                $"It took {processor.TotalSeconds:N1} s of processor time.");
            Assert.True(memory < 300_000_000, $"It took {memory:N0} bytes.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_schema_of_300_KB_and_500_pages_are_checked_in_less_than_1_and_5_seconds()
    {
        using var workspace = new Workspace();
        var schema = new StringBuilder(OfficialSchema.Text);
        for (var i = 0; schema.Length < 300_000; i++)
        {
            schema.Append(OfficialSchema.Paths.Replace("/fapi/v1/", $"/fapi/v{100 + i}/", StringComparison.Ordinal));
        }

        var folder = Directory.CreateDirectory(workspace.PathOf("pages")).FullName;
        for (var i = 0; i < 500; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"{i}.md"), LeveragePage.Text);
        }

        string[] options = ["--spec", workspace.SpecFile, "--output", workspace.PathOf("report.txt")];
        var (one, _) = Measure(["check", workspace.Write("schema.yaml", schema.ToString()), .. options]);
        var (many, _) = Measure(["check", folder, .. options]);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{one.TotalSeconds:N2} and {many.TotalSeconds:N2} s of processor time");
        Assert.True(one < TimeSpan.FromSeconds(1), $"It took {one.TotalSeconds:N2} s of processor time.");
        Assert.True(many < TimeSpan.FromSeconds(5), $"It took {many.TotalSeconds:N2} s of processor time.");
    }

    private static (TimeSpan Processor, long Memory) Measure(params string[] arguments)
    {
        using var process =
            Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SpecCheck.dll"), .. arguments]);
        TimeSpan processor = default;
        long memory = 0;
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            if (process.HasExited)
            {
                break;
            }

            processor = process.TotalProcessorTime;
            // Not PeakWorkingSet64, which is 0 for another process on Linux.
            memory = Math.Max(memory, process.WorkingSet64);
        }

        Assert.Equal(0, process.ExitCode);
        Assert.True(memory > 20_000_000, $"{memory:N0} bytes were measured, too little to be true.");
        return (processor, memory);
    }
}
