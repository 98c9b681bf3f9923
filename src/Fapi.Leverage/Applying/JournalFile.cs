namespace Fapi.Leverage;

/// <summary>A file of lines that come to disk together: all that were added by then with each flush.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly FileStream _file;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly object _gate = new();
    private List<byte[]> _waiting = [];
    private long _taken;
    private long _onDisk;

    internal JournalFile(string path) =>
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    public void Dispose()
    {
        _file.Dispose();
        _turn.Dispose();
    }

    /// <summary>Reads all lines, and cuts off a last one that was torn while it was written.</summary>
    /// <exception cref="InvalidDataException">A line is none of a journal.</exception>
    internal IReadOnlyList<JournalLine> ReadLines()
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var lines = new List<JournalLine>();
        var start = 0;
        for (int end; (end = Array.IndexOf(bytes, (byte)'\n', start)) >= 0; start = end + 1)
        {
            lines.Add(JournalLine.TryRead(bytes.AsMemory(start..end)) ?? throw new InvalidDataException(
                $"Line {lines.Count + 1} of {_file.Name} is none of a journal. Name another file for the journal."));
        }

        // A file that never had a line, and does not begin as one, is somebody else's.
        if (lines.Count == 0 && bytes.Length > 0 && bytes[0] != (byte)'{')
        {
            throw new InvalidDataException($"{_file.Name} is no journal. Name another file for the journal.");
        }

        _file.SetLength(start);
        _file.Position = start;
        return lines;
    }

    internal void Add(byte[] line)
    {
        lock (_gate)
        {
            _waiting.Add(line);
        }
    }

    /// <summary>Returns when all lines that were added before are on disk.</summary>
    internal async Task FlushAsync()
    {
        long mine;
        lock (_gate)
        {
            mine = _taken + _waiting.Count;
        }

        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_onDisk < mine)
            {
                // On a thread of its own: the disk may take as long as the calls that wait for one of the pool's.
                await Task.Factory.StartNew(
                    WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                    .ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private void WriteAll()
    {
        List<byte[]> lines;
        lock (_gate)
        {
            (lines, _waiting) = (_waiting, []);
            _taken += lines.Count;
        }

        _file.Write(lines.SelectMany(line => line).ToArray());
        _file.Flush(flushToDisk: true);
        _onDisk = _taken;
    }
}
