namespace Fapi.Leverage.Tool.Commands;

/// <summary><c>leverage sign SYMBOL LEVERAGE</c></summary>
internal static class SignCommand
{
    private const string Description = """
        Signs the request that 'set' would send, shows it and sends nothing. Neither key nor signature is shown.

        With --explain it also shows what a refused signature (-1022) or stamp (-1021) is found by: the text that is
        signed, byte by byte, which signer signs it, the stamp as a date, the request line and the headers.

        Exchange and key are found as by 'set'.

        Examples:
          leverage sign BTCUSDT 21 --explain
          leverage sign BTCUSDT 21 --explain --env live
          leverage sign BTCUSDT 21 --explain --env testnet --output json

        Exit codes: 0 done, 2 wrong input.
        """;

    internal static Command Create(Terminal terminal)
    {
        var call = new CallOptions();
        var explain = new Option<bool>("--explain") { Description = "Show what is signed, in bytes, and sent." };
        return call.AddTo(new("sign", Description) { explain }, async (parsed, cancellationToken) =>
        {
            await using var exchange = await call.ExchangeAsync(parsed, terminal);
            var report = await LeverageCall.RunAsync(call.Order(parsed, isDryRun: true), exchange, cancellationToken);
            var signing = parsed.GetValue(explain) ? Signing.From(report.Sent, exchange) : null;
            call.Write(parsed, report with { Signing = signing }, terminal);
            return ExitCodes.Done;
        });
    }
}
