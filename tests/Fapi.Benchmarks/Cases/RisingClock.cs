namespace Fapi.Benchmarks.Cases;

/// <summary>The clock of the machine, a millisecond further with each reading.</summary>
/// <remarks>Identical requests have stamps that rise by a millisecond, and wait for them where there are more than 1,000
/// a second. An exchange takes 40; a benchmark sends as many as it can.</remarks>
internal sealed class RisingClock : TimeProvider
{
    private long _readings;

    // Ten times as fast, so that a run has the weight of ten minutes in one.
    public override long TimestampFrequency => base.TimestampFrequency / 10;

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow().AddMilliseconds(Interlocked.Increment(ref _readings));
}
