namespace Fapi.Sdk;

// The check of health, which changes nothing.
public partial class FapiClient
{
    /// <summary>Checks that the exchange is reachable, the clock is right, the key is accepted and weight is left.
    /// Sends one or two harmless requests, none during a ban.</summary>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The findings, failures included.</returns>
    public async Task<FapiHealth> CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        var ban = _calls.Budget?.RemainingBan ?? TimeSpan.Zero;
        if (ban > TimeSpan.Zero)
        {
            return Seen(new FapiHealth { BanRemaining = ban });
        }

        var time = _options.TimeProvider;
        var start = time.GetTimestamp();
        try
        {
            var serverTime = await _calls.ReadServerTimeAsync(cancellationToken).ConfigureAwait(false);
            var roundTrip = time.GetElapsedTime(start);
            var halfWay = _calls.Clock.Now - TimeSpan.FromTicks(roundTrip.Ticks / 2);
            var refused = await TryKeyAsync(cancellationToken).ConfigureAwait(false);
            return Seen(new FapiHealth
            {
                RoundTrip = roundTrip,
                StampOffset = serverTime - halfWay,
                KeyWasTried = FapiOperations.KeyCheck is not null,
                KeyRefused = refused,
            });
        }
        catch (FapiException e)
        {
            return Seen(
                new FapiHealth { Unreachable = e, BanRemaining = _calls.Budget?.RemainingBan ?? TimeSpan.Zero });
        }
    }

    private FapiHealth Seen(FapiHealth health) => health with
    {
        UsedWeight = _calls.Budget?.UsedWeight ?? UsedWeight,
        BudgetTrouble = _calls.Budget?.Trouble,
        WeightLimit = _options.Limits.WeightPerMinute,
    };

    private async Task<FapiException?> TryKeyAsync(CancellationToken cancellationToken)
    {
        if (FapiOperations.KeyCheck is not { } operation)
        {
            return null;
        }

        var call = NewCall(operation);
        call.Target.AddPath(operation.Path);
        try
        {
            await SendAsync(call, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (FapiException e) when (e.Outcome == FapiOutcome.Refused)
        {
            return e;
        }
    }
}
