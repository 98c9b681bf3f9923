namespace Fapi.Leverage.Tool.Commands;

/// <summary><c>leverage brackets SYMBOL</c></summary>
internal static class BracketsCommand
{
    private const string Description = """
        Shows which leverage a symbol allows up to which notional value.

        Exchange and key are found as by 'set'.

        Examples:
          leverage brackets BTCUSDT
          leverage brackets BTCUSDT --env testnet --output json

        Exit codes: 0 done, 1 refused by the exchange, 2 wrong input, 4 exchange not reachable or its response
        not readable.
        """;

    internal static Command Create(Terminal terminal)
    {
        var symbol = new Argument<string>("SYMBOL") { Description = "Symbol, such as BTCUSDT." };
        var options = new ExchangeOptions();
        return options.AddTo(new("brackets", Description) { symbol }, async (parsed, cancellationToken) =>
        {
            await using var exchange = await options.FindAsync(parsed, terminal);
            using var connection = new Connection(exchange);
            var name = parsed.GetValue(symbol)!;
            var all = await connection.RunAsync(client => client.NotionalAndLeverageBracketsAsync(
                name, cancellationToken: cancellationToken));
            var found = all.FirstOrDefault(one => one.Symbol == name)
                ?? throw new WrongInputException($"The exchange has no brackets for '{name}'.");
            options.Write(
                parsed, terminal, () => BracketsReport.ToJson(found, exchange.Name),
                () => BracketsReport.Write(found, exchange.Name, terminal));
            return ExitCodes.Done;
        });
    }
}
