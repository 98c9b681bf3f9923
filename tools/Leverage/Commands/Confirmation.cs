using Fapi.Leverage.Calls;

namespace Fapi.Leverage.Commands;

/// <summary>Asks before a change on the live exchange.</summary>
internal static class Confirmation
{
    internal static async Task AskAsync(LeverageOrder order, Terminal terminal)
    {
        if (!terminal.CanAsk)
        {
            throw new WrongInputException("A change on the live exchange has to be confirmed, and there is no terminal to ask at; pass --yes. Nothing was sent.");
        }

        await terminal.Error.WriteAsync($"Set the leverage of {order.Symbol} to {order.Leverage} on the LIVE exchange? Type yes: ");
        var answer = await terminal.In.ReadLineAsync();
        if (!string.Equals(answer?.Trim(), "yes", StringComparison.OrdinalIgnoreCase))
        {
            throw new WrongInputException("Not confirmed. Nothing was sent.");
        }
    }
}
