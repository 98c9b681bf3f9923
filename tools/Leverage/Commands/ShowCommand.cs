namespace Fapi.Leverage.Tool.Commands;

/// <summary><c>leverage show [SYMBOL…]</c></summary>
internal static class ShowCommand
{
    private const string Description = """
        Shows leverage, margin type, the maximum of the brackets and the largest notional value at this leverage.

        Exchange and key are found as by 'set'.

        Examples:
          leverage show
          leverage show BTCUSDT "*USDC" --env live
          leverage show --changed-from account.yaml --env live      those that are not as the plan wants them

        Exit codes: 0 done, 1 refused by the exchange, 2 wrong input, 4 exchange not reachable or its response
        not readable.
        """;

    internal static Command Create(Terminal terminal)
    {
        var symbols = new Argument<string[]>("SYMBOL")
        {
            Description = "Names, or patterns with * and ?; all symbols when there is none.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var changedFrom = new Option<string>("--changed-from")
        {
            Description = "File of a plan: shows only symbols that it would change.",
            HelpName = "PLAN",
        };
        var options = new ExchangeOptions();
        return options.AddTo(new("show", Description) { symbols, changedFrom }, async (parsed, cancellationToken) =>
        {
            var plan = parsed.GetValue(changedFrom) is { } path ? PlanFile.Read(path) : null;
            await using var exchange = await options.FindAsync(parsed, terminal);
            using var connection = new Connection(exchange);
            var states = await connection.RunAsync(async client =>
            {
                var manager = new LeverageManager(client);
                var all = await manager.ShowAsync(parsed.GetValue(symbols) ?? [], cancellationToken);
                var changes = plan is null ? [] : (await manager.PlanAsync(plan, cancellationToken)).All;
                var bySymbol = changes.ToLookup(change => change.Symbol);
                return all.Where(state => plan is null || bySymbol.Contains(state.Symbol))
                    .Select(state => new ShownSymbol(state, bySymbol[state.Symbol])).ToList();
            });
            options.Write(
                parsed, terminal, () => StatesReport.ToJson(states, plan is not null, exchange.Name),
                () => StatesReport.Write(states, plan is not null, exchange.Name, terminal));
            return ExitCodes.Done;
        });
    }
}
