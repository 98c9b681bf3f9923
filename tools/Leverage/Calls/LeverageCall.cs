namespace Fapi.Leverage.Calls;

/// <summary>Makes the one call, through the SDK as any app would.</summary>
internal static class LeverageCall
{
    internal static async Task<LeverageReport> RunAsync(
        LeverageOrder order, ChosenExchange exchange, CancellationToken cancellationToken)
    {
        if (order.IsDryRun)
        {
            // What ends a dry run looks to the client like a lost connection, which it would try again.
            exchange.Options.Retry.MaxAttempts = 1;
        }

        using var handler = new ShowingHandler(FapiHttpHandler.Create(), order.IsDryRun);
        using var http = new HttpMessageInvoker(handler);
        using var client = new FapiClient(http, exchange.Options);
        var time = exchange.Options.TimeProvider;
        var start = time.GetTimestamp();
        InitialLeverage? response = null;
        try
        {
            response = await client.ChangeInitialLeverageAsync(
                order.Symbol, order.Leverage, order.RecvWindow, cancellationToken);
        }
        catch (FapiException e) when (e.GetBaseException() is DryRunException)
        {
        }

        return new LeverageReport(
            exchange.Name, order, handler.Sent!, response, client.UsedWeight, time.GetElapsedTime(start));
    }
}
