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
}
