namespace Fapi.Sdk.Options;

/// <summary>Occasions on which a client measures its offset to the clock of the exchange.</summary>
public enum TimeSync
{
    /// <summary>
    /// When the exchange refuses a timestamp (-1021), within the same call, and from then on again and again.
    /// </summary>
    OnDemand = 0,

    /// <summary>Before the first signed call, and from then on again and again.</summary>
    BeforeFirstCall,

    /// <summary>Never: this machine's clock and <see cref="TimeOptions.Offset"/> are right.</summary>
    Never,
}
