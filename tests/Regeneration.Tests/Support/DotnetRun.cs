using System.Diagnostics;
using Fapi.SpecReview.Sides;

namespace Regeneration.Tests.Support;

/// <summary>What one run of dotnet printed, and how it ended.</summary>
internal sealed record DotnetRun(int ExitCode, string Output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Times that NSwag was started.</summary>
    internal int Generations => Output.Split("Generating the client from ").Length - 1;

    internal IReadOnlyList<string> Errors => DotnetCommand.ErrorsOf(Output);

    internal static async Task<DotnetRun> OfAsync(string folder, string[] arguments)
    {
        using var timeout = new CancellationTokenSource(Patience);
        var run = await ProcessRun.OfAsync(DotnetCommand.Of(folder, arguments), timeout.Token);
        return new DotnetRun(run.ExitCode, run.Output + run.Errors);
    }

    /// <summary>Starts dotnet without a wait for its end, and without a word.</summary>
    internal static Process Start(string folder, string[] arguments)
    {
        var start = DotnetCommand.Of(folder, arguments);
        start.RedirectStandardOutput = true;
        return Process.Start(start)!;
    }

    internal DotnetRun Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }
}
