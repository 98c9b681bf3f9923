using System.Diagnostics;

namespace Fapi.Benchmarks.Wire;

/// <summary>This program once more, as a process of its own.</summary>
internal static class ChildProcess
{
    internal static Process Start(params string[] arguments)
    {
        var program = Path.Combine(
            AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Fapi.Benchmarks.exe" : "Fapi.Benchmarks");
        return Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }
}
