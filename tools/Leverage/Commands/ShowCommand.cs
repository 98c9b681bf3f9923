using System.CommandLine;
using Fapi.Leverage.Tool.Calls;
using Fapi.Leverage.Tool.Output;

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
        var exchangeOptions = new ExchangeOptions();
        var command = exchangeOptions.AddTo(new Command("show", Description) { symbols, changedFrom });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var plan = parsed.GetValue(changedFrom) is { } path ? PlanFile.Read(path) : null;
            await using var exchange = await exchangeOptions.FindAsync(parsed, terminal);
            using var connection = new Connection(exchange);
            var states = await connection.RunAsync(async client =>
            {
                var manager = new LeverageManager(client);
                var all = await manager.ShowAsync(parsed.GetValue(symbols) ?? [], cancellationToken);
                return plan is null ? all.Select(state => new ShownSymbol(state, [])).ToList()
                    : ShownSymbol.Changed(all, await manager.PlanAsync(plan, cancellationToken));
            });
            StatesReport.Write(states, plan is not null, exchange.Name, exchangeOptions.IsJson(parsed), terminal);
            return ExitCodes.Done;
        });
        return command;
    }
}
