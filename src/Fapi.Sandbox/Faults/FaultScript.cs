namespace Fapi.Sandbox;

/// <summary>Decides which request meets which fault: first what was scripted, in order, then by chance.</summary>
/// <remarks>Requests are counted in the order of their arrival.</remarks>
public sealed class FaultScript
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Entry> _entries = [];
    private Func<Fault?>? _draw;

    internal FaultScript()
    {
    }

    /// <summary>Number of requests that are still to meet a scripted fault.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _entries.Sum(e => e.Left);
            }
        }
    }

    /// <summary>The next request meets a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="operationId">Only requests for this operation count; null for all.</param>
    public void Next(Fault fault, string? operationId = null) => Next(1, fault, operationId);

    /// <summary>The next requests meet a fault.</summary>
    /// <param name="count">Number of requests, 1 or more.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="operationId">Only requests for this operation count; null for all.</param>
    public void Next(int count, Fault fault, string? operationId = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _entries.AddLast(new Entry(fault, operationId) { Left = count });
        }
    }

    /// <summary>Each request meets one of the faults by chance, after those scripted; replaces a call before.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <param name="seed">The same seed gives the same faults in the same order of requests.</param>
    /// <param name="faults">At least one; each is as likely as the others.</param>
    public void Randomly(double probability, int seed, params Fault[] faults)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentOutOfRangeException.ThrowIfZero(faults.Length, nameof(faults));
        var random = new Random(seed);
        lock (_gate)
        {
            // Two numbers for each request, hit or not: the sequence then depends on the number of requests only.
            _draw = () => (random.NextDouble() < probability, faults[random.Next(faults.Length)]) is (true, var fault)
                ? fault
                : null;
        }
    }

    /// <summary>Each request meets the fault, after those scripted; replaces <see cref="Randomly"/>.</summary>
    /// <param name="fault">The fault.</param>
    public void Always(Fault fault) => Randomly(1, seed: 0, fault);

    /// <summary>Forgets all faults that have not happened yet.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _draw = null;
        }
    }

    internal Fault? Take(string? operationId)
    {
        lock (_gate)
        {
            var entry = _entries.FirstOrDefault(e => e.OperationId is null || e.OperationId == operationId);
            if (entry is null)
            {
                return _draw?.Invoke();
            }

            if (--entry.Left == 0)
            {
                _entries.Remove(entry);
            }

            return entry.Fault;
        }
    }

    private sealed record Entry(Fault Fault, string? OperationId)
    {
        public int Left { get; set; }
    }
}
