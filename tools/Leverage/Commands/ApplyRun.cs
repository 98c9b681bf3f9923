using Fapi.Leverage.Tool.Calls;
using Fapi.Leverage.Tool.Output;

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

        var applied = await connection.RunAsync(async client =>
        {
            using var progress = new ApplyProgress(terminal, exchange.Options.TimeProvider);
            using var stopping = cancellationToken.Register(
                () => progress.Say("Ending after what is under way, and reading back."));
            return await AppliedPlan.RunAsync(
                changes, new LeverageManager(client), exchange.Options.TimeProvider,
                new() { Journal = journal, Parallel = Parallel, Progress = progress }, cancellationToken);
        });
        if (IsJson)
        {
            ApplyReport.WriteJson(applied, exchange.Name, Path, terminal);
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
