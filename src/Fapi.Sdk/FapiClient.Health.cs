namespace Fapi.Sdk;

// Whether it can work, without changing anything.
public partial class FapiClient
{
    /// <summary>Finds out whether the exchange is reachable, the clock is right, the key is accepted and there is weight left. Sends one or two harmless requests, none during a ban.</summary>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>What was found; what goes wrong is in it.</returns>
    public async Task<FapiHealth> CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        var ban = Budget?.RemainingBan ?? TimeSpan.Zero;
        if (ban > TimeSpan.Zero)
        {
            return Seen(new FapiHealth { BanRemaining = ban });
        }

        var time = _options.TimeProvider;
        var start = time.GetTimestamp();
        try
        {
            var serverTime = await ReadServerTimeAsync(cancellationToken).ConfigureAwait(false);
            var roundTrip = time.GetElapsedTime(start);
            var halfWay = Clock.Now - TimeSpan.FromTicks(roundTrip.Ticks / 2);
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
            return Seen(new FapiHealth { Unreachable = e, BanRemaining = Budget?.RemainingBan ?? TimeSpan.Zero });
        }
    }

    private FapiHealth Seen(FapiHealth health) => health with
    {
        UsedWeight = Budget?.UsedWeight ?? UsedWeight,
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
