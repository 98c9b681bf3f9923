using Fapi.Sandbox;

namespace Fapi.Leverage.Tool.Commands;

/// <summary><c>leverage sandbox</c></summary>
internal static class SandboxCommand
{
    private const string Description = """
        Runs a sandbox exchange on localhost, to test apps in any language against, until Ctrl+C.

        The first line it prints is JSON: the address, and accounts with test keys of each kind.

        Examples:
          leverage sandbox --port 8080
          leverage sandbox --port 8080 --symbols 600 --latency 50
          leverage sandbox --port 8080 --output shell >sandbox.env &       . ./sandbox.env sets the key of its account
        """;

    internal static Command Create(Terminal terminal)
    {
        var port = WholeNumber.Create(
            "--port", "Port on the loopback interface; a free one when it is not given.", 0, 65535);
        var symbols = WholeNumber.Create(
            "--symbols", "Symbols that it lists beside the usual ones, up to 999.", 0, 999);
        var latency = WholeNumber.Create("--latency", "Milliseconds from each request to its response.", 0, 60_000);
        var output = Choice.Create(
            "--output", "Form of the first line: json, or shell, which sets the FAPI_ variables for it.",
            "json", "shell");
        var command = new Command("sandbox", Description) { port, symbols, latency, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // Its users are other processes: findings of the contract check are told, not thrown.
            await using var exchange = SandboxExchange.Start(options =>
            {
                options.Port = parsed.GetValue(port) ?? 0;
                options.FurtherSymbols = parsed.GetValue(symbols) ?? 0;
                options.Latency = TimeSpan.FromMilliseconds(parsed.GetValue(latency) ?? 0);
                options.ThrowOnFindings = false;
            });
            await terminal.Out.WriteLineAsync(
                parsed.GetValue(output) == "shell" ? ToShellLine(exchange) : exchange.ToReadyLine());
            await terminal.Out.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var finding in exchange.Findings)
            {
                await terminal.SayAsync($"Contract: {finding}");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static string ToShellLine(SandboxExchange exchange) => $"export FAPI_BASE_URL='{exchange.BaseAddress}' "
        + $"FAPI_API_KEY='{exchange.Account.Hmac.ApiKey}' FAPI_API_SECRET='{exchange.Account.Hmac.Secret}'";
}
