using System.Diagnostics;

namespace Regeneration.Tests.Support;

/// <summary>What one run of dotnet printed, and how it ended.</summary>
internal sealed record DotnetRun(int ExitCode, string Output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Times that NSwag was started.</summary>
    internal int Generations => Lines("Generating the client from ").Count;

    /// <summary>The build repeats its errors at the end, so they are counted once.</summary>
    internal IReadOnlyList<string> Errors => [.. Lines(": error ").Distinct(StringComparer.Ordinal)];

    internal static async Task<DotnetRun> OfAsync(string folder, string[] arguments)
    {
        using var process = Start(folder, arguments);
        using var timeout = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            return new DotnetRun(process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts dotnet without servers that outlive it: no state leaks from one build into the next.</summary>
    internal static Process Start(string folder, string[] arguments)
    {
        string[] isolated = arguments[0] is "build" or "clean" or "restore"
            ? ["--disable-build-servers", "-nodeReuse:false", "-nologo", "-tl:off", "-v:minimal"]
            : [];
        var start = new ProcessStartInfo("dotnet", [.. arguments, .. isolated])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        return Process.Start(start)!;
    }

    internal DotnetRun Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    private List<string> Lines(string part) =>
        [.. Output.Split('\n').Select(line => line.Trim()).Where(line => line.Contains(part, StringComparison.Ordinal))];
}
