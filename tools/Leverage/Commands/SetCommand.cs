using System.CommandLine;
using Fapi.Leverage.Calls;
using Fapi.Leverage.Output;

namespace Fapi.Leverage.Commands;

/// <summary><c>leverage set SYMBOL LEVERAGE</c></summary>
internal static class SetCommand
{
    private const string Description = """
        Changes the initial leverage of a symbol.

        Without --env and --base-url it calls a sandbox exchange that it starts in its own process. For every other
        exchange the key comes from the environment: FAPI_API_KEY, with FAPI_API_SECRET or FAPI_PRIVATE_KEY_FILE (PEM,
        RSA or Ed25519; FAPI_PRIVATE_KEY_PASSPHRASE opens an encrypted one).

        Examples:
          leverage set BTCUSDT 21
          leverage set BTCUSDT 21 --env testnet --output json
          leverage set BTCUSDT 21 --env live --dry-run
          leverage set BTCUSDT 21 --base-url http://localhost:8080

        Exit codes: 0 done, 1 refused by the exchange, 2 wrong input, 3 outcome unknown, 4 exchange not reachable.
        """;

    internal static Command Create(Terminal terminal)
    {
        var symbol = new Argument<string>("SYMBOL") { Description = "Symbol of the contract, such as BTCUSDT." };
        var leverage = new Argument<int>("LEVERAGE") { Description = "Target initial leverage.", CustomParser = WholeNumber.Read<int> };
        var environment = new Option<string>("--env") { Description = "Exchange to call: sandbox, testnet or live. Default: sandbox." };
        environment.AcceptOnlyFromAmong("sandbox", "testnet", "live");
        var baseUrl = new Option<string>("--base-url") { Description = "Any other compatible host; https, or http to loopback." };
        var recvWindow = new Option<long?>("--recv-window") { Description = "Milliseconds for which the request stays valid.", CustomParser = text => WholeNumber.Read<long>(text) };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the request and send nothing." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask before a change on the live exchange." };
        var output = new Option<string>("--output") { Description = "table or json.", DefaultValueFactory = _ => "table" };
        output.AcceptOnlyFromAmong("table", "json");

        var command = new Command("set", Description) { symbol, leverage, environment, baseUrl, recvWindow, dryRun, yes, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var order = new LeverageOrder(
                parsed.GetValue(symbol)!, parsed.GetValue(leverage), parsed.GetValue(recvWindow), parsed.GetValue(dryRun));
            await using var exchange = Exchanges.Find(parsed.GetValue(environment), parsed.GetValue(baseUrl), terminal);
            await exchange.AnnounceAsync(terminal);
            if (exchange.IsLive && !order.IsDryRun && !parsed.GetValue(yes))
            {
                await Confirmation.AskAsync(order, terminal);
            }

            var report = await LeverageCall.RunAsync(order, exchange, cancellationToken);
            if (parsed.GetValue(output) == "json")
            {
                JsonReport.Write(report, terminal.Out);
            }
            else
            {
                TableReport.Write(report, terminal.Out);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
