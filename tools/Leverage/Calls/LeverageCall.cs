namespace Fapi.Leverage.Tool.Calls;

/// <summary>Makes the one call, through the SDK as any app would.</summary>
internal static class LeverageCall
{
    /// <exception cref="CallFailedException">The call failed.</exception>
    internal static async Task<CallReport> RunAsync(
        LeverageOrder order, ChosenExchange exchange, CancellationToken cancellationToken)
    {
        using var handler = new ShowingHandler(FapiHttpHandler.Create(), order.IsDryRun);
        using var http = new HttpMessageInvoker(handler);
        // What ends a dry run looks to the client like a lost connection, which it would try again.
        var options = order.IsDryRun ? new FapiCallOptions { MaxAttempts = 1 } : null;
        FapiResponse<InitialLeverage>? response = null;
        try
        {
            using var client = new FapiClient(http, exchange.Options);
            response = await client.ChangeInitialLeverageWithResponseAsync(
                order.Symbol, order.Leverage, order.RecvWindow, options, cancellationToken);
        }
        catch (FapiException e) when (e.GetBaseException() is DryRunException)
        {
        }
        catch (Exception e)
        {
            throw new CallFailedException(exchange, order, handler.Sent, handler.Count, e);
        }

        return new CallReport(exchange.Name, order, handler.Sent!, response);
    }
}
