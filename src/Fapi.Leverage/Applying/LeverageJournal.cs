namespace Fapi.Leverage;

/// <summary>A file of JSON lines that tells before and after each change what is being done, and is on disk by then. A
/// run that was killed is resumed by planning and applying the same plan again with it: what it proves done is not sent
/// again.</summary>
public sealed class LeverageJournal : IDisposable
{
    private readonly JournalFile _file;
    private readonly string _path;
    private readonly string _account;
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private string? _run;
    private TimeProvider _time = TimeProvider.System;

    private LeverageJournal(string path, string account)
    {
        (_path, _account) = (path, account);
        _file = new JournalFile(path);
    }

    /// <summary>Opens a journal, or begins one where there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="account">A name of the account, never a key; a journal of another account is refused.</param>
    /// <exception cref="IOException">The file cannot be opened, or another process has it open.</exception>
    /// <exception cref="InvalidDataException">The file is no journal, or is that of another account.</exception>
    public static LeverageJournal Open(string path, string account = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(account);
        var journal = new LeverageJournal(path, account);
        try
        {
            foreach (var line in journal._file.ReadLines())
            {
                journal.Take(line);
            }

            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    /// <exception cref="InvalidDataException">A run of another plan is not complete.</exception>
    internal async Task BeginRunAsync(string plan, TimeProvider time)
    {
        _time = time;
        if (_run is null)
        {
            Add(new JournalLine(Run: plan, Account: _account));
            await FlushAsync().ConfigureAwait(false);
            _run = plan;
        }
        else if (_run != plan)
        {
            throw new InvalidDataException($"{_path} is the journal of another plan, whose run is not complete. " +
                "Apply that plan first, or name another file for the journal. Nothing was sent.");
        }
    }

    internal bool ProvesDone(LeverageChange change) => _done.Contains(Name(change));

    internal Task BeginAsync(LeverageChange change)
    {
        Add(new JournalLine(Begin: Name(change)));
        return FlushAsync();
    }

    /// <summary>Adds the end of a change; it comes to disk with the next flush, at the latest that of the change that
    /// is begun next.</summary>
    internal void End(LeverageChange change, ChangeOutcome outcome) =>
        Add(new JournalLine(End: Name(change), Outcome: outcome.ToString()));

    internal Task FlushAsync() => _file.FlushAsync();

    internal void Complete()
    {
        var line = new JournalLine(Complete: _run);
        Add(line);
        Take(line);
    }

    private static string Name(LeverageChange change) => $"{change.Subject} → {change.To}";

    private void Add(JournalLine line) => _file.Add(line.ToUtf8(_time.GetUtcNow()));

    private void Take(JournalLine line)
    {
        if (line.Run is not null && line.Account != _account)
        {
            throw new InvalidDataException($"{_path} is the journal of the account '{line.Account}', not of " +
                $"'{_account}'. Name another file for the journal.");
        }

        _run = line.Complete is null ? line.Run ?? _run : null;
        if (line.Run is not null || line.Complete is not null)
        {
            _done.Clear();
        }
        else if (line.End is { } change)
        {
            _ = line.ProvesDone ? _done.Add(change) : _done.Remove(change);
        }
    }
}
