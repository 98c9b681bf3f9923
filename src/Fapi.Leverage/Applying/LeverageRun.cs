using System.Collections.Concurrent;

namespace Fapi.Leverage;

/// <summary>One run of applying: all changes in their order, those of different symbols side by side.</summary>
internal sealed class LeverageRun(
    IFapiClient client, TimeProvider time, IReadOnlyList<LeverageChange> changes, ApplyOptions options)
{
    // After a cancellation what is under way has this long to end; then it stops to wait for weight.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly RunEnd _end = new();
    private readonly ChangeSender _sender = new(client);
    private readonly Dictionary<LeverageChange, ChangeReport> _reports = new(ReferenceEqualityComparer.Instance);

    internal async Task<LeverageReport> RunAsync(CancellationToken cancellationToken)
    {
        using var grace = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var ending = cancellationToken.Register(() =>
        {
            _end.Come("It was cancelled.");
            grace.CancelAfter(Grace);
        });
        foreach (var stage in Stages())
        {
            var symbols = new ConcurrentQueue<List<LeverageChange>>(stage);
            var workers = Math.Min(options.Parallel ?? LeverageChanges.DefaultParallel, stage.Count);
            await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => MakeAllAsync(symbols, grace.Token)))
                .ConfigureAwait(false);
        }

        var made = changes.Select(change => _reports[change]).ToList();
        var proved = await new Proof(_sender).DecideAsync(made).ConfigureAwait(false);
        await WriteAsync(journal => CompleteAsync(journal, made, proved)).ConfigureAwait(false);
        return new LeverageReport { All = proved, EndedBy = _end.Reason };
    }

    private async Task MakeAllAsync(ConcurrentQueue<List<LeverageChange>> symbols, CancellationToken cancellationToken)
    {
        while (symbols.TryDequeue(out var symbol))
        {
            ChangeReport? before = null;
            foreach (var change in symbol)
            {
                before = await MakeAsync(change, before, cancellationToken).ConfigureAwait(false);
            }
        }

        await WriteAsync(journal => journal.FlushAsync()).ConfigureAwait(false);
    }

    /// <summary>The changes in their order: modes of the account, all symbols, modes that come last. What is in one
    /// list is made one after another.</summary>
    private List<List<LeverageChange>>[] Stages()
    {
        var before = changes.TakeWhile(change => change.Symbol is null).ToList();
        var symbols = changes.Where(change => change.Symbol is not null).GroupBy(change => change.Symbol);
        var after = changes.Skip(before.Count).Where(change => change.Symbol is null).ToList();
        return [[before], [.. symbols.Select(symbol => symbol.ToList())], [after]];
    }

    private async Task<ChangeReport> MakeAsync(
        LeverageChange change, ChangeReport? before, CancellationToken cancellationToken)
    {
        ChangeReport report;
        try
        {
            report = Held(change, before)
                ?? await SendAsync(change, options.Journal, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Whatever a client throws: what was sent may have been executed, and no report may be lost.
            _end.Come(e.Message);
            report = new ChangeReport(change, ChangeOutcome.Unknown, e.Message);
        }

        lock (_reports)
        {
            _reports.Add(change, report);
            options.Progress?.Report(new LeverageProgress(_reports.Count, changes.Count, report));
        }

        return report;
    }

    /// <summary>What becomes of a change that is not sent.</summary>
    /// <param name="change">The change.</param>
    /// <param name="before">The change of the same symbol before it, its margin type; null for the first.</param>
    private ChangeReport? Held(LeverageChange change, ChangeReport? before)
    {
        if (change.Block is not null)
        {
            return new ChangeReport(change, ChangeOutcome.Blocked, change.Block);
        }

        if (_end.HasCome)
        {
            return new ChangeReport(change, ChangeOutcome.NotTried);
        }

        if (options.Journal?.ProvesDone(change) == true)
        {
            return new ChangeReport(
                change, ChangeOutcome.NotTried,
                "The journal says that it was done; something else has changed it since. Begin a new journal to do it "
                    + "again.");
        }

        return !change.Raises ? null : before?.Outcome switch
        {
            null or ChangeOutcome.Done or ChangeOutcome.AlreadySo => null,
            ChangeOutcome.Blocked or ChangeOutcome.Refused => new(change, ChangeOutcome.Blocked, KnownBlocks.NotRaised),
            _ => new(change, ChangeOutcome.NotTried, KnownBlocks.NotRaised),
        };
    }

    private async Task<ChangeReport> SendAsync(
        LeverageChange change, LeverageJournal? journal, CancellationToken cancellationToken)
    {
        await (journal?.BeginAsync(change) ?? Task.CompletedTask).ConfigureAwait(false);
        var report = await new ChangeMaker(_sender, _end).MakeAsync(change, cancellationToken).ConfigureAwait(false);
        journal?.End(change, report.Outcome);
        return report;
    }

    private async Task WriteAsync(Func<LeverageJournal, Task> write)
    {
        try
        {
            await (options.Journal is { } journal ? write(journal) : Task.CompletedTask).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // A journal that cannot be written loses no report.
            _end.Come(e.Message);
        }
    }

    // What the read-back showed to be otherwise stands in the journal too.
    private Task CompleteAsync(LeverageJournal journal, List<ChangeReport> made, IReadOnlyList<ChangeReport> proved)
    {
        foreach (var (report, _) in proved.Zip(made).Where(pair => pair.First.Outcome != pair.Second.Outcome))
        {
            journal.End(report.Change, report.Outcome);
        }

        if (_end.Reason is null
            && proved.All(report => report.Outcome is not (ChangeOutcome.Unknown or ChangeOutcome.NotTried)))
        {
            journal.Complete();
        }

        return journal.FlushAsync();
    }
}
