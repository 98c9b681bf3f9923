using System.Diagnostics;

namespace Regeneration.Tests.Support;

/// <summary>Output and exit code of one run of dotnet.</summary>
internal sealed record DotnetRun(int ExitCode, string Output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Times that NSwag was started.</summary>
    internal int Generations => Output.Split("Generating the client from ").Length - 1;

    /// <summary>The errors of a build, each once: it repeats them at its end.</summary>
    internal IReadOnlyList<string> Errors =>
        [.. Output.Split('\n').Select(line => line.Trim())
            .Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];

    /// <summary>Runs dotnet to its end; it is killed, with those that it started, when that takes too long.</summary>
    internal static async Task<DotnetRun> RunAsync(string folder, string[] arguments)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var process = Start(folder, arguments);
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

    /// <summary>Starts dotnet so that it leaves no build server behind and takes over nothing of a build that runs
    /// it.</summary>
    internal static Process Start(string folder, string[] arguments)
    {
        string[] isolated = ["--disable-build-servers", "-nodeReuse:false", "-nologo", "-tl:off", "-v:minimal"];
        var start = new ProcessStartInfo("dotnet", [.. arguments, .. isolated])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var inherited in start.Environment.Keys.Where(
            name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
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
}
