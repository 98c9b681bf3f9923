namespace Fapi.Leverage.Tool.Commands;

/// <summary>Asks before a change on the live exchange.</summary>
internal static class Confirmation
{
    internal static Option<bool> Create() =>
        new("--yes") { Description = "Do not ask before a change on the live exchange." };

    /// <param name="what">The change, as the question begins.</param>
    /// <exception cref="WrongInputException">The user did not confirm, or there is nobody to ask.</exception>
    internal static async Task AskAsync(string what, ChosenExchange exchange, bool isGiven, Terminal terminal)
    {
        if (!exchange.IsLive || isGiven)
        {
            return;
        }

        if (!terminal.CanAsk)
        {
            throw new WrongInputException(
                "A change on the live exchange has to be confirmed, and there is no terminal to ask at; pass --yes.");
        }

        await terminal.Error.WriteAsync(PrintableWriter.Escape($"{what} on the LIVE exchange? Type yes: "));
        var typed = await terminal.In.ReadLineAsync();
        if (!string.Equals(typed?.Trim(), "yes", StringComparison.OrdinalIgnoreCase))
        {
            throw new WrongInputException("Not confirmed.");
        }
    }
}
