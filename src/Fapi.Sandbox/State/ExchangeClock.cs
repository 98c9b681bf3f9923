namespace Fapi.Sandbox;

/// <summary>The clock of the exchange: a time provider, and how far the exchange is off it.</summary>
internal sealed class ExchangeClock(TimeProvider timeProvider)
{
    private long offsetTicks;

    public TimeProvider TimeProvider => timeProvider;

    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    public DateTimeOffset Now => timeProvider.GetUtcNow() + Offset;

    public long UnixMilliseconds => Now.ToUnixTimeMilliseconds();

    public void Jump(TimeSpan by) => Interlocked.Add(ref offsetTicks, by.Ticks);
}
