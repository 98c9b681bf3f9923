namespace Fapi.Leverage.Tool.Commands;

/// <summary><c>leverage apply FILE</c></summary>
internal static class ApplyCommand
{
    private const string Description = """
        Makes an account as a plan wants it, and proves each change by reading it back.

        It shows what it changes first, as 'plan' does, and asks on the live exchange. Ctrl+C ends it after what is
        under way. Run it again to go on: what is done is not repeated. With a journal it goes on where it was killed.

        Examples:
          leverage apply account.yaml
          leverage apply account.yaml --env live --journal account.journal
          leverage apply account.yaml --env testnet --yes --parallel 4 --output json

        Exit codes: 0 all is proved, 1 a change refused, 2 wrong plan or input, 3 the outcome of a change unknown,
        4 exchange not reachable, 5 ended early, or the account moved after it was compared, 6 a change blocked or
        lowered to what the brackets allow.
        """;

    internal static Command Create(Terminal terminal)
    {
        var file = PlanCommand.CreateFile();
        var yes = Confirmation.Create();
        var journal = new Option<string>("--journal")
        {
            Description = "File that makes the run resumable.",
            HelpName = "FILE",
        };
        var parallel = WholeNumber.Create(
            "--parallel", "Symbols that are changed at once; 16 when it is not given.", 1, 256);
        var options = new ExchangeOptions();
        var command = new Command("apply", Description) { file, yes, journal, parallel };
        return options.AddTo(command, async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(file)!;
            var plan = PlanFile.Read(path);
            await using var exchange = await options.FindAsync(parsed, terminal);
            var run = new ApplyRun(
                plan, path, parsed.GetValue(journal), parsed.GetValue(parallel), parsed.GetValue(yes),
                options.IsJson(parsed));
            return await run.OnAsync(exchange, terminal, cancellationToken);
        });
    }
}
