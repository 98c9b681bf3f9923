namespace Fapi.Sandbox.State;

/// <summary>The clock of the exchange: a time provider, and how far the exchange is off it.</summary>
internal sealed class ExchangeClock(TimeProvider timeProvider)
{
    private long _offsetTicks;

    public TimeProvider TimeProvider => timeProvider;

    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));
        set => Interlocked.Exchange(ref _offsetTicks, value.Ticks);
    }

    public DateTimeOffset Now => timeProvider.GetUtcNow() + Offset;

    public void Jump(TimeSpan by) => Interlocked.Add(ref _offsetTicks, by.Ticks);
}
