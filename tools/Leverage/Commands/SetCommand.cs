namespace Fapi.Leverage.Tool.Commands;

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
          leverage set BTCUSDT 21 --verify --max 25
          leverage set BTCUSDT 21 --env live --dry-run
          leverage set BTCUSDT 21 --base-url http://localhost:8080

        Exit codes: 0 done, 1 refused by the exchange, 2 wrong input, 3 outcome unknown or not
        proved by --verify, 4 exchange not reachable.
        """;

    internal static Command Create(Terminal terminal)
    {
        var call = new CallOptions();
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the request and send nothing." };
        var yes = Confirmation.Create();
        var verify = new Option<bool>("--verify") { Description = "Read the leverage back after the change." };
        return call.AddTo(new("set", Description) { dryRun, verify, yes }, async (parsed, cancellationToken) =>
        {
            var order = call.Order(parsed, parsed.GetValue(dryRun), parsed.GetValue(verify));
            await using var exchange = await call.ExchangeAsync(parsed, terminal);
            await Confirmation.AskAsync(
                $"Set the leverage of {order.Symbol} to {order.Leverage}", exchange,
                order.IsDryRun || parsed.GetValue(yes), terminal);

            call.Write(parsed, await LeverageCall.RunAsync(order, exchange, cancellationToken), terminal);
            return ExitCodes.Done;
        });
    }
}
