using System.Diagnostics;

namespace Fapi.SpecCheck.Tests.Pages;

/// <summary>Measures the command in a process of its own; processor time, because other work on the machine does not count in it.</summary>
public sealed class SpeedTests
{
    [Fact]
    public void Five_hundred_pages_take_less_than_5_seconds_of_two_cores_and_300_MB()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("spec-check-");
        try
        {
            string example = string.Concat(Enumerable.Repeat("{ \"a\": 1, // one\n \"b\": [ \"x\" ] }\n", 450));
            string page = new OrchardPage { Response = $"```\n{example}```" }.Markdown();
            for (int i = 0; i < 500; i++)
                File.WriteAllText(Path.Combine(folder.FullName, $"{i}.md"), page);
            Assert.InRange(page.Length * 500, 7_500_000, 9_000_000);

            (TimeSpan processor, long memory) = Measure("facts", folder.FullName, "--output", Path.Combine(folder.FullName, "facts.json"));
            Assert.True(processor < TimeSpan.FromSeconds(10), $"It took {processor.TotalSeconds:N1} s of processor time.");
            Assert.True(memory < 300_000_000, $"It took {memory:N0} bytes.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (TimeSpan Processor, long Memory) Measure(params string[] arguments)
    {
        using Process process = Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SpecCheck.dll"), .. arguments]);
        (TimeSpan Processor, long Memory) last = default;
        while (!process.WaitForExit(50))
        {
            process.Refresh();
            if (!process.HasExited)
                last = (process.TotalProcessorTime, process.PeakWorkingSet64);
        }

        Assert.Equal(0, process.ExitCode);
        return last;
    }
}
