namespace Fapi.Leverage.Tool.Calls;

/// <summary>Changes a leverage, and proves it where that was asked for.</summary>
internal static class LeverageCall
{
    /// <exception cref="CallFailedException">The call failed, or the change could not be proved.</exception>
    internal static async Task<CallReport> RunAsync(
        LeverageOrder order, ChosenExchange exchange, CancellationToken cancellationToken)
    {
        using var connection = new Connection(exchange, order);
        // What ends a dry run looks to the client like a lost connection, which it would try again.
        var options = order.IsDryRun ? new FapiCallOptions { MaxAttempts = 1 } : null;
        FapiResponse<InitialLeverage>? response = null;
        try
        {
            response = await connection.RunAsync(client => client.ChangeInitialLeverageWithResponseAsync(
                order.Symbol, order.Leverage, order.RecvWindow, options, cancellationToken));
        }
        catch (CallFailedException e) when (e.GetBaseException() is DryRunException)
        {
        }

        var report = new CallReport(exchange.Name, order, connection.Sent!, response);
        return response is null || !order.IsVerified ? report
            : report with { ReadBack = await connection.RunAsync(c => ReadBackAsync(c, order, cancellationToken)) };
    }

    private static async Task<SymbolConfiguration> ReadBackAsync(
        IFapiClient client, LeverageOrder order, CancellationToken cancellationToken)
    {
        try
        {
            var states = await client.SymbolConfigurationAsync(
                order.Symbol, order.RecvWindow, cancellationToken: cancellationToken);
            var state = states.FirstOrDefault(one => one.Symbol == order.Symbol);
            return state?.Leverage == order.Leverage ? state : throw new NotProvedException(
                order, $"reads it back as {(state is null ? "nothing" : state.Leverage)}.");
        }
        catch (Exception e) when (e is FapiException or OperationCanceledException)
        {
            throw new NotProvedException(order, $"it could not be read back. {e.Message}");
        }
    }
}

/// <summary>Thrown for a change that the exchange confirmed and did not prove.</summary>
internal sealed class NotProvedException(LeverageOrder order, string finding) : Exception(
    $"The exchange responded that the leverage of {order.Symbol} is {order.Leverage}, and {finding}");
