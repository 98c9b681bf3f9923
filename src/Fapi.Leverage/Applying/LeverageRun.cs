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
            var parallel = new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Parallel ?? LeverageChanges.DefaultParallel,
            };
            await Parallel.ForEachAsync(stage, parallel, async (symbol, _) =>
            {
                foreach (var change in symbol)
                {
                    await MakeAsync(change, grace.Token).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }

        var made = changes.Select(change => _reports[change]).ToList();
        var proved = await new Proof(_sender).DecideAsync(made).ConfigureAwait(false);
        try
        {
            await CompleteJournalAsync(made, proved).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            _end.Come(e.Message);
        }

        return new LeverageReport { All = proved, EndedBy = _end.Reason };
    }

    /// <summary>The changes in their order: each mode of the account is a stage of its own, the symbols between them
    /// are one.</summary>
    private IEnumerable<IReadOnlyList<IReadOnlyList<LeverageChange>>> Stages()
    {
        var symbols = changes.Where(change => change.Symbol is not null).GroupBy(change => change.Symbol)
            .Select(symbol => (IReadOnlyList<LeverageChange>)[.. symbol]).ToList();
        var before = changes.TakeWhile(change => change.Symbol is null).ToList();
        var after = changes.Skip(before.Count).Where(change => change.Symbol is null);
        return [.. before.Select(mode => new[] { new[] { mode } }), symbols,
            .. after.Select(mode => new[] { new[] { mode } })];
    }

    private async Task MakeAsync(LeverageChange change, CancellationToken cancellationToken)
    {
        ChangeReport report;
        try
        {
            report = await TryMakeAsync(change, cancellationToken).ConfigureAwait(false);
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
    }

    private async Task<ChangeReport> TryMakeAsync(LeverageChange change, CancellationToken cancellationToken)
    {
        if (change.Block is not null)
        {
            return new ChangeReport(change, ChangeOutcome.Blocked, change.Block);
        }

        if (_end.HasCome)
        {
            return new ChangeReport(change, ChangeOutcome.NotTried);
        }

        if (options.Journal is not { } journal)
        {
            return await new ChangeMaker(_sender, _end).MakeAsync(change, cancellationToken).ConfigureAwait(false);
        }

        if (journal.ProvesDone(change))
        {
            return new ChangeReport(
                change, ChangeOutcome.NotTried,
                "The journal says that it was done; something else has changed it since. Begin a new journal to do it "
                    + "again.");
        }

        await journal.BeginAsync(change).ConfigureAwait(false);
        var report = await new ChangeMaker(_sender, _end).MakeAsync(change, cancellationToken).ConfigureAwait(false);
        await journal.EndAsync(change, report.Outcome).ConfigureAwait(false);
        return report;
    }

    // What the read-back showed to be otherwise stands in the journal too.
    private async Task CompleteJournalAsync(List<ChangeReport> made, IReadOnlyList<ChangeReport> proved)
    {
        if (options.Journal is not { } journal)
        {
            return;
        }

        foreach (var (report, _) in proved.Zip(made).Where(pair => pair.First.Outcome != pair.Second.Outcome))
        {
            await journal.EndAsync(report.Change, report.Outcome).ConfigureAwait(false);
        }

        if (_end.Reason is null
            && proved.All(report => report.Outcome is not (ChangeOutcome.Unknown or ChangeOutcome.NotTried)))
        {
            await journal.CompleteAsync().ConfigureAwait(false);
        }
    }
}
