namespace Fleet.Workers;

/// <summary>What a worker is told by the first line of its input: no key stands on a command line.</summary>
internal sealed record WorkerSettings
{
    internal const string SharedScope = "fleet";

    public required Uri BaseAddress { get; init; }

    public required string ApiKey { get; init; }

    public required string Secret { get; init; }

    /// <summary>Connection string of Redis; null for a budget of the process alone.</summary>
    public string? Redis { get; init; }

    /// <summary>Longest wait for a reply of Redis.</summary>
    public TimeSpan RedisTimeout { get; init; } = TimeSpan.FromMilliseconds(500);

    public int Processes { get; init; } = 8;

    public int Tasks { get; init; } = 8;

    public int WeightPerMinute { get; init; } = 2400;

    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan MaxWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Pause of each task after a call.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Lead of its clock over that of the machine.</summary>
    public TimeSpan ClockShift { get; init; }

    public TimeSpan ReportEvery { get; init; } = TimeSpan.FromMilliseconds(100);
}

/// <summary>What a worker says, as a line of JSON.</summary>
internal sealed record WorkerReport
{
    /// <summary>Calls that the exchange has carried out.</summary>
    public int Done { get; init; }

    /// <summary>Calls that ended otherwise, by outcome.</summary>
    public IReadOnlyDictionary<string, int> Failed { get; init; } = new Dictionary<string, int>();

    /// <summary>Time of the call that took longest.</summary>
    public TimeSpan Longest { get; init; }

    /// <summary>The longest that the machine let it wait beyond a pause: no work of its own, and no fault.</summary>
    public TimeSpan Lag { get; init; }

    /// <summary>Whether it shares the budget at this moment; null without one that can be shared.</summary>
    public bool? IsShared { get; init; }

    /// <summary>Lines of its log, by event.</summary>
    public IReadOnlyDictionary<string, int> Logged { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether it has ended.</summary>
    public bool IsLast { get; init; }
}
