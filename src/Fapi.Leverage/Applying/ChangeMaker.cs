namespace Fapi.Leverage;

/// <summary>Makes one change, whose outcome is what the responses say.</summary>
internal sealed class ChangeMaker(ChangeSender sender, RunEnd end)
{
    private const int MaxRounds = 3;

    internal async Task<ChangeReport> MakeAsync(LeverageChange change, CancellationToken cancellationToken)
    {
        string? unknown = null;
        for (var round = 0; round < MaxRounds && !end.HasCome; round++)
        {
            try
            {
                var already = await sender.SendAsync(change, cancellationToken).ConfigureAwait(false);
                end.Answered();
                return new ChangeReport(change, already && unknown is null ? ChangeOutcome.AlreadySo : Done(change));
            }
            catch (FapiException e) when (e.Outcome == FapiOutcome.Unknown)
            {
                unknown = e.Message;
                end.Failed(e);
            }
            catch (FapiException e)
            {
                end.Failed(e);
                var isKnown = unknown is null || e.Outcome == FapiOutcome.Refused;
                return new ChangeReport(change, isKnown ? OutcomeOf(e) : ChangeOutcome.Unknown, MessageOf(e));
            }
            catch (OperationCanceledException e)
            {
                // It never left when it was still waiting for weight; whatever else cancels, it may have.
                var waited = unknown is null && e is not FapiCanceledException
                    && cancellationToken.IsCancellationRequested;
                return new ChangeReport(change, waited ? ChangeOutcome.NotTried : ChangeOutcome.Unknown, e.Message);
            }
            catch (ArgumentException e)
            {
                return new ChangeReport(change, ChangeOutcome.Refused, e.Message);
            }

            // Before anything else happens to this symbol.
            if (!end.HasCome && await IsSoAsync(change).ConfigureAwait(false))
            {
                return new ChangeReport(change, Done(change));
            }
        }

        return new ChangeReport(change, unknown is null ? ChangeOutcome.NotTried : ChangeOutcome.Unknown, unknown);
    }

    private static ChangeOutcome Done(LeverageChange change) =>
        change.IsClamped ? ChangeOutcome.Clamped : ChangeOutcome.Done;

    private static ChangeOutcome OutcomeOf(FapiException e) => e switch
    {
        { ExchangeCode: { } code, Outcome: FapiOutcome.Refused }
            when FapiErrorCodes.ScopeOf(code) == FapiErrorScope.State => ChangeOutcome.Blocked,
        { Outcome: not FapiOutcome.Refused } => ChangeOutcome.NotTried,
        _ => ChangeOutcome.Refused,
    };

    private static string MessageOf(FapiException e) =>
        e is { Outcome: FapiOutcome.Refused, ExchangeCode: { } code } && FapiErrorCodes.Explain(code) is { } text
            ? string.Create(CultureInfo.InvariantCulture, $"{text} ({code}: {e.ExchangeMessage})")
            : e.Message;

    private async Task<bool> IsSoAsync(LeverageChange change)
    {
        try
        {
            var state = await sender.ReadAsync([change]).ConfigureAwait(false);
            end.Answered();
            return state.IsAsWanted(change);
        }
        catch (FapiException e)
        {
            end.Failed(e);
            return false;
        }
    }
}
