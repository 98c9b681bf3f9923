namespace Fapi.Leverage;

/// <summary>Reads the account back and decides by it what became of each change.</summary>
internal sealed class Proof(ChangeSender sender)
{
    private const int MaxReads = 3;

    internal async Task<IReadOnlyList<ChangeReport>> DecideAsync(IReadOnlyList<ChangeReport> reports)
    {
        if (reports.All(report => report.Outcome is ChangeOutcome.Blocked && report.Change.Block is not null))
        {
            return reports;
        }

        var (state, failure) = await ReadAsync([.. reports.Select(report => report.Change)]).ConfigureAwait(false);
        return [.. reports.Select(report => state is null ? Unread(report, failure!) : Decide(report, state))];
    }

    private async Task<(AccountState? State, string? Failure)> ReadAsync(IReadOnlyCollection<LeverageChange> changes)
    {
        for (var read = 1; ; read++)
        {
            try
            {
                return (await sender.ReadAsync(changes).ConfigureAwait(false), null);
            }
            catch (Exception e) when (
                read == MaxReads || e is not FapiException { Outcome: not FapiOutcome.Banned })
            {
                return (null, e.Message);
            }
            catch (FapiException)
            {
                // Once more: without it nothing is proved.
            }
        }
    }

    private static ChangeReport Decide(ChangeReport report, AccountState state)
    {
        var change = report.Change;
        if (state.IsAsWanted(change))
        {
            var outcome = report.Outcome is ChangeOutcome.AlreadySo or ChangeOutcome.NotTried ? ChangeOutcome.AlreadySo
                : change.IsClamped ? ChangeOutcome.Clamped : ChangeOutcome.Done;
            return new ChangeReport(change, outcome, outcome == ChangeOutcome.Clamped ? change.Reason : null);
        }

        var now = $"{change.Subject} reads {state.ValueOf(change) ?? "nothing"}.";
        return report.Outcome switch
        {
            ChangeOutcome.Done or ChangeOutcome.Clamped or ChangeOutcome.AlreadySo =>
                new(change, ChangeOutcome.Unknown, $"The exchange confirmed it, but {now}"),
            ChangeOutcome.Unknown => report with { Message = $"{now} {report.Message}" },
            _ => report,
        };
    }

    private static ChangeReport Unread(ChangeReport report, string failure) =>
        report.Outcome is not (ChangeOutcome.Blocked or ChangeOutcome.Refused or ChangeOutcome.NotTried)
            ? new(report.Change, ChangeOutcome.Unknown, (report.Outcome == ChangeOutcome.Unknown ? report.Message
                : "The exchange confirmed it.") + $" The account could not be read back: {failure}")
            : report;
}
