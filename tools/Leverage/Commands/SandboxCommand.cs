using System.CommandLine;
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
        """;

    internal static Command Create(Terminal terminal)
    {
        var port = new Option<int>("--port")
        {
            Description = "Port on the loopback interface; a free one when it is not given.",
            CustomParser = text => WholeNumber.Read(text, 0, 65535),
        };
        var command = new Command("sandbox", Description) { port };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // Its users are other processes: findings of the contract check are told, not thrown.
            await using var exchange = SandboxExchange.Start(options =>
            {
                options.Port = parsed.GetValue(port);
                options.ThrowOnFindings = false;
            });
            await terminal.Out.WriteLineAsync(exchange.ToReadyLine());
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
}
