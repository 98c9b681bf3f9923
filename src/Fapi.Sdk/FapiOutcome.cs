namespace Fapi.Sdk;

/// <summary>What became of a call that did not end in an answer.</summary>
public enum FapiOutcome
{
    /// <summary>Nobody can tell whether the exchange executed the request. Read the state back, or repeat it where that is harmless.</summary>
    Unknown = 0,

    /// <summary>The exchange or its firewall refused the request; nothing was executed.</summary>
    Refused,

    /// <summary>A rate limit is exhausted; nothing was executed. See <see cref="FapiException.RetryAfter"/>.</summary>
    RateLimited,

    /// <summary>The exchange has banned this IP; nothing was executed. See <see cref="FapiException.BannedUntil"/>.</summary>
    Banned,

    /// <summary>The exchange could not be reached or was not able to work; nothing was executed, the request may be sent again.</summary>
    Unavailable,
}
