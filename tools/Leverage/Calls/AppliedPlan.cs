namespace Fapi.Leverage.Tool.Calls;

/// <summary>What became of a plan.</summary>
internal sealed record AppliedPlan(LeverageReport Report, TimeSpan Elapsed)
{
    // The first one that occurs is the outcome of the whole.
    private static readonly (ChangeOutcome Outcome, string Word, int ExitCode)[] Ranks =
    [
        (ChangeOutcome.Unknown, "unknown", ExitCodes.Unknown),
        (ChangeOutcome.Refused, "refused", ExitCodes.Refused),
        (ChangeOutcome.NotTried, "unfinished", ExitCodes.Differences),
        (ChangeOutcome.Blocked, "partly", ExitCodes.Partly),
        (ChangeOutcome.Clamped, "partly", ExitCodes.Partly),
    ];

    internal string Outcome => Rank.Word;

    internal int ExitCode => Rank.ExitCode;

    private (string Word, int ExitCode) Rank => Ranks.Where(rank => Count(rank.Outcome) > 0)
        .Select(rank => (rank.Word, rank.ExitCode)).FirstOrDefault(("done", ExitCodes.Done));

    internal int Count(ChangeOutcome outcome) => Report.All.Count(one => one.Outcome == outcome);

    internal static async Task<AppliedPlan> RunAsync(
        LeverageChanges changes, LeverageManager manager, TimeProvider time, ApplyOptions options,
        CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        // Of a journal the run has to be completed, which it was perhaps killed before.
        var report = changes.All.Count == 0 && options.Journal is null ? new LeverageReport { All = [] }
            : await manager.ApplyAsync(changes, options, cancellationToken);
        return new AppliedPlan(report, time.GetElapsedTime(start));
    }
}
