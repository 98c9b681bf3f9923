namespace Fapi.Leverage.Tool.Commands;

/// <summary><c>leverage plan FILE</c></summary>
internal static class PlanCommand
{
    private const string Description = """
        Shows what a plan would change of the account, and changes nothing.

        The plan is YAML or JSON: maxLeverage, positionMode (one-way, hedge), multiAssets, defaults, symbols (names or
        patterns with * and ?) and exclude; what it does not name is not touched. Exchange and key are found
        as by 'set'.

        Examples:
          leverage plan account.yaml
          leverage plan account.yaml --env live --output json

        Exit codes: 0 nothing to do, 1 refused by the exchange, 2 wrong plan or input, 4 exchange not reachable
        or its response not readable, 5 differences.
        """;

    internal static Command Create(Terminal terminal)
    {
        var file = CreateFile();
        var options = new ExchangeOptions();
        return options.AddTo(new("plan", Description) { file }, async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(file)!;
            var plan = PlanFile.Read(path);
            await using var exchange = await options.FindAsync(parsed, terminal);
            using var connection = new Connection(exchange);
            var changes = await connection.RunAsync(client => PlanFile.CompareAsync(
                plan, new LeverageManager(client), exchange.Cap, cancellationToken));
            options.Write(
                parsed, terminal, () => PlanReport.ToJson(changes, exchange.Name, path),
                () => PlanReport.Write(changes, terminal));
            return changes.All.Count == 0 ? ExitCodes.Done : ExitCodes.Differences;
        });
    }

    internal static Argument<string> CreateFile() =>
        new("FILE") { Description = "File of the plan, YAML or JSON.", HelpName = "FILE" };
}
