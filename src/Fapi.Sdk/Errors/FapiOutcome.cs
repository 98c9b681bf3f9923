namespace Fapi.Sdk;

/// <summary>Outcome of a call that failed.</summary>
public enum FapiOutcome
{
    /// <summary>Outcome unknown: the request may have been executed. Read the state back, or repeat the request where
    /// that is harmless.</summary>
    Unknown = 0,

    /// <summary>The exchange or its firewall refused the request; nothing was executed.</summary>
    Refused,

    /// <summary>A rate limit is exhausted; nothing was executed. See <see cref="FapiException.RetryAfter"/>.</summary>
    RateLimited,

    /// <summary>The exchange has banned this IP; nothing was executed. See
    /// <see cref="FapiException.BannedUntil"/>.</summary>
    Banned,

    /// <summary>The exchange could not be reached or was not able to work; nothing was executed, the request may be
    /// sent again.</summary>
    Unavailable,
}
