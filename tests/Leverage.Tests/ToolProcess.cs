using System.Diagnostics;

namespace Fapi.Leverage.Tool.Tests;

/// <summary>The command as a process of its own.</summary>
internal static class ToolProcess
{
    // A shell without job control starts what runs in the background with SIGINT ignored, and children inherit that.
    private static readonly string[] HearsInterrupt = OperatingSystem.IsLinux() ? ["--default-signal=INT"] : [];

    /// <summary>Path of its assembly, for <c>dotnet</c>.</summary>
    internal static string Path => typeof(LeverageApp).Assembly.Location;

    internal static Process Start(IEnumerable<KeyValuePair<string, string>> variables, params string[] args)
    {
        var start = new ProcessStartInfo("env", [.. HearsInterrupt, "dotnet", Path, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Sends a POSIX signal such as <c>INT</c>.</summary>
    internal static void Signal(this Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <returns>The exit code.</returns>
    internal static async Task<int> EndAsync(this Process process)
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60));
        return process.ExitCode;
    }
}
