using Fapi.SpecReview.Sides;

namespace Fapi.SpecReview.Api;

/// <summary>What the ecosystem's API compatibility tool says of programs that were compiled against the side before.</summary>
internal static class BinaryBreaks
{
    internal static async Task<IReadOnlyList<string>> OfAsync(Repository repository, Side before, Side after, CancellationToken cancellation)
    {
        await RunAsync(repository, ["tool", "restore"], cancellation);
        var run = await RunAsync(repository, ["apicompat", "--left", before.Assembly, "--right", after.Assembly], cancellation);
        string[] breaks = [.. (run.Output + run.Errors).Split('\n')
            .Where(line => line.StartsWith("CP", StringComparison.Ordinal))
            .Select(line => line.Trim().Replace(before.Assembly, "the side before", StringComparison.Ordinal).Replace(after.Assembly, "the side after", StringComparison.Ordinal))];
        return run.ExitCode == 0 || breaks.Length > 0
            ? breaks
            : throw new ReviewException($"The API compatibility tool failed: {run.Output.Trim()} {run.Errors.Trim()}");
    }

    private static Task<ProcessRun> RunAsync(Repository repository, string[] arguments, CancellationToken cancellation) =>
        ProcessRun.OfAsync(DotnetCommand.Of(repository.Root, arguments), cancellation);
}
