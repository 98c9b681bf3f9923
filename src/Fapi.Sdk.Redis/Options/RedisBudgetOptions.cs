using StackExchange.Redis;

namespace Fapi.Sdk.Redis;

/// <summary>Options of the request weight that all processes behind one IP share.</summary>
public sealed class RedisBudgetOptions
{
    /// <summary>Where Redis is and how to reach it, as StackExchange.Redis reads it, such as
    /// <c>redis:6379,ssl=true,password=…</c>. Needed without <see cref="Connection"/>. Shown nowhere, since it may
    /// hold the password.</summary>
    public string? Configuration { get; set; }

    /// <summary>Open connection of the app, which keeps its own settings and stays open. Default: null, which opens one
    /// as <see cref="Configuration"/> says.</summary>
    public IConnectionMultiplexer? Connection { get; set; }

    /// <summary>Name of what is shared: the public IP, or any name that all processes behind it give and no others. 1
    /// to 200 visible ASCII characters without braces, default <c>default</c>.</summary>
    public string Scope { get; set; } = "default";

    /// <summary>Number of processes that share. Without Redis each keeps to this part of the limit; for a minute after
    /// an empty Redis, too. 1 to 10,000, no default. Count those that an update starts before the old ones
    /// end.</summary>
    public int Processes { get; set; }

    /// <summary>Shares the weight of each exchange host alone. Default: false, as the exchange counts USD-M and COIN-M
    /// futures together since mid-2026. Set it where clients of a test network run beside those of the real
    /// one.</summary>
    public bool PerBaseAddress { get; set; }

    /// <summary>Longest wait for a reply of Redis, before the process goes on alone. 50 milliseconds to 5 seconds,
    /// default 500 milliseconds. No call waits longer than its own time.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Returns the scope only; never where Redis is.</summary>
    public override string ToString() => $"Request weight of {Scope}, shared by {Processes} processes";
}
