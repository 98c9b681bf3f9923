using System.Diagnostics;

namespace Fapi.SpecReview.Sides;

/// <summary>What a process printed, and how it ended.</summary>
internal sealed record ProcessRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a process to its end; it is killed, with those that it started, when the wait is cancelled.</summary>
    internal static async Task<ProcessRun> OfAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
            return new ProcessRun(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    internal static Task<ProcessRun> OfAsync(string folder, string program, string[] arguments, CancellationToken cancellation) =>
        OfAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder }, cancellation);
}
