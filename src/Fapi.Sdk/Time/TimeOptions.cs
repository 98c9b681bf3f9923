namespace Fapi.Sdk.Options;

/// <summary>Options of the clock that requests are stamped by.</summary>
public sealed class TimeOptions
{
    /// <summary>Occasion on which the offset to the exchange is measured. Default: <see
    /// cref="TimeSync.OnDemand"/>.</summary>
    public TimeSync Sync { get; set; } = TimeSync.OnDemand;

    /// <summary>Lead of the exchange over this machine's clock, until it is measured; negative when it is behind.
    /// Default: 0.</summary>
    public TimeSpan Offset { get; set; }

    /// <summary>Readings of the server's time for one measurement; the fastest counts. 1 to 10, default 3.</summary>
    public int Samples { get; set; } = 3;

    /// <summary>Age at which a measured offset is measured again, beside a call that uses it. 1 minute to 1 day,
    /// default 10 minutes.</summary>
    public TimeSpan RefreshAfter { get; set; } = TimeSpan.FromMinutes(10);

    internal TimeOptions Copy() => (TimeOptions)MemberwiseClone();
}

/// <summary>Occasions on which a client measures its offset to the clock of the exchange.</summary>
public enum TimeSync
{
    /// <summary>When the exchange refuses a timestamp (-1021), within the same call, and from then on again and
    /// again.</summary>
    OnDemand = 0,

    /// <summary>Before the first signed call, and from then on again and again.</summary>
    BeforeFirstCall,

    /// <summary>Never: this machine's clock and <see cref="TimeOptions.Offset"/> are right.</summary>
    Never,
}
