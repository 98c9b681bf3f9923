using System.Text.Json;
using Fapi.Leverage.Tests.Support;
using Fapi.Sandbox;

namespace Fapi.Leverage.Tests.Kills;

/// <summary>A process that applies a plan, killed at moments by chance, and its journal.</summary>
public sealed class KillTests : IDisposable
{
    private const int Symbols = 100;
    private readonly string _journal = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_journal);

    [Fact]
    public async Task Killed_run_is_resumed_and_repeats_nothing_that_its_journal_proves_done()
    {
        Assert.NotEqual(0, await RunAsync(1) + await RunAsync(2) + await RunAsync(3));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Fifty_killed_runs_are_resumed()
    {
        var proved = 0;
        for (var seed = 4; seed < 54; seed++)
        {
            proved += await RunAsync(seed);
        }

        Assert.InRange(proved, 50, int.MaxValue);
    }

    /// <returns>Number of changes that the journal of the killed runs proves done: none where both were killed
    /// early.</returns>
    private async Task<int> RunAsync(int seed)
    {
        await using var exchange = new Exchange(options =>
        {
            options.FurtherSymbols = Symbols;
            options.CheckContract = false;
        });
        var random = new Random(seed);
        File.Delete(_journal);
        for (var kill = 0; kill < 2; kill++)
        {
            await KilledProcess.StartAndKillAsync(exchange, _journal, random.Next(1, Symbols));
        }

        var proved = ProvedDone();
        var sent = exchange.Changes.Count();
        using var journal = LeverageJournal.Open(_journal);
        var report = await ResumeAsync(exchange, journal);

        Assert.Null(report.EndedBy);
        Assert.All(report.All, item => Assert.Equal(ChangeOutcome.Done, item.Outcome));
        Assert.All(
            exchange.Sandbox.Symbols.Names.Where(name => exchange.Sandbox.Symbols.Find(name)!.Status == "TRADING"),
            name => Assert.Equal(
                (4, "ISOLATED"), (exchange.Account.LeverageOf(name), exchange.Account.MarginTypeOf(name))));
        Assert.Empty(exchange.Changes.Skip(sent).Select(Name).Intersect(proved));
        Assert.Equal(2 * 102, exchange.Changes.Select(Name).Distinct().Count());
        return proved.Count;
    }

    // What the dead process had sent may still arrive between planning and applying.
    private static async Task<LeverageReport> ResumeAsync(Exchange exchange, LeverageJournal journal)
    {
        while (true)
        {
            try
            {
                return await exchange.ApplyAsync(KilledProcess.Plan, new ApplyOptions { Journal = journal });
            }
            catch (StalePlanException)
            {
            }
        }
    }

    /// <summary>Names of the changes whose end stands in the journal.</summary>
    private HashSet<string> ProvedDone() =>
    [
        .. File.ReadAllText(_journal).Split('\n')[..^1].Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("end", out _) && line.GetProperty("outcome").GetString() == "Done")
            .Select(line => line.GetProperty("end").GetString()![..^" → ".Length].Split(" → ")[0]),
    ];

    private static string Name(SandboxRequest request)
    {
        var symbol = request.Request.Target.Split("symbol=")[1].Split('&')[0];
        var what = request.OperationId == "changeMarginType" ? "margin type" : "leverage";
        return $"{Uri.UnescapeDataString(symbol)} {what}";
    }
}
