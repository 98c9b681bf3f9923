namespace Fapi.Leverage.Tool.Commands;

/// <summary>A run of <c>apply</c>: shows the changes, asks, makes them, reports.</summary>
internal sealed record ApplyRun(
    LeveragePlan Plan, string Path, string? Journal, int? Parallel, bool IsConfirmed, bool IsJson)
{
    internal async Task<int> OnAsync(ChosenExchange exchange, Terminal terminal, CancellationToken cancellationToken)
    {
        using var journal = OpenJournal(exchange.Account);
        using var connection = new Connection(exchange);
        var changes = await connection.RunAsync(client => PlanFile.CompareAsync(
            Plan, new LeverageManager(client), exchange.Cap, cancellationToken));
        if (!IsJson)
        {
            PlanReport.Write(changes, terminal);
        }

        if (changes.All.Count > 0)
        {
            await Confirmation.AskAsync(
                $"Make {PlanReport.Count(changes.All.Count, "change")}", exchange, IsConfirmed, terminal);
        }

        var time = exchange.Options.TimeProvider;
        var applied = await connection.RunAsync(async client =>
        {
            using var progress = new ApplyProgress(terminal, time);
            using var stopping = cancellationToken.Register(
                () => progress.Say("Ending after what is under way, and reading back."));
            var start = time.GetTimestamp();
            // Of a journal the run has to be completed, which it was perhaps killed before.
            var report = changes.All.Count == 0 && journal is null ? new LeverageReport { All = [] }
                : await new LeverageManager(client).ApplyAsync(
                    changes, new() { Journal = journal, Parallel = Parallel, Progress = progress }, cancellationToken);
            return new AppliedPlan(report, time.GetElapsedTime(start));
        });
        if (IsJson)
        {
            JsonReport.Write(ApplyReport.ToJson(applied, exchange.Name, Path), terminal);
        }
        else
        {
            ApplyReport.Write(applied, terminal);
        }

        return applied.ExitCode;
    }

    private LeverageJournal? OpenJournal(string account)
    {
        try
        {
            return Journal is null ? null : LeverageJournal.Open(Journal, account);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new WrongInputException($"The journal '{Journal}' cannot be used: {e.Message}");
        }
    }
}
