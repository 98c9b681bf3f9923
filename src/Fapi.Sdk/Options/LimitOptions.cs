using Fapi.Sdk.Weight;

namespace Fapi.Sdk.Options;

/// <summary>Options of the request weight that calls may use, of what the exchange allows an IP.</summary>
/// <remarks>The weight is counted per exchange host, over all clients and accounts of the process, unless <see
/// cref="Budget"/> says otherwise.</remarks>
public sealed class LimitOptions
{
    /// <summary>Counts weight and keeps to holds and bans of the exchange. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Request weight to use per minute. 1 to 1,000,000, default 2400, the limit that the exchange states.
    /// Lower it to leave room for other processes, or share it with them by <see cref="Budget"/>.</summary>
    public int WeightPerMinute { get; set; } = RateLimits.RequestWeight;

    /// <summary>Longest wait for weight, or for the end of a 429, before a call fails as rate limited. 0 to 1 hour,
    /// default 15 seconds.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Calls that may wait at once; one more fails as rate limited. 0 to 1,000,000, default 10,000.</summary>
    public int QueueLimit { get; set; } = 10_000;

    /// <summary>Lets calls wait for the end of a ban, up to <see cref="MaxWait"/>, instead of failing at once. Default:
    /// false.</summary>
    public bool WaitForBan { get; set; }

    /// <summary>Counts the weight where it is shared with more than this process, as by the package Fapi.Sdk.Redis.
    /// Default: null, which counts what this process sends.</summary>
    public IWeightBudget? Budget { get; set; }

    internal LimitOptions Copy() => (LimitOptions)MemberwiseClone();
}
