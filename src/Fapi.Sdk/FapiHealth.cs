namespace Fapi.Sdk;

/// <summary>Findings of <see cref="FapiClient.CheckHealthAsync"/>.</summary>
public sealed record FapiHealth
{
    /// <summary>Time until a ban of this IP ends; zero without one. During a ban nothing is sent, and nothing else is
    /// known.</summary>
    public TimeSpan BanRemaining { get; init; }

    /// <summary>Reason that the exchange could not be reached; null when it was.</summary>
    public FapiException? Unreachable { get; init; }

    /// <summary>Time between sending a request and having its response.</summary>
    public TimeSpan RoundTrip { get; init; }

    /// <summary>Time by which the stamps of this client are behind the exchange's clock, negative when they are ahead;
    /// right within half of <see cref="RoundTrip"/>. The exchange refuses stamps that are 1 second ahead, or recvWindow
    /// behind.</summary>
    public TimeSpan StampOffset { get; init; }

    /// <summary>Reason that the exchange refused the key; null when it was accepted, or was not tried.</summary>
    public FapiException? KeyRefused { get; init; }

    /// <summary>True when the key was tried, which needs a spec with a signed operation that needs no parameter and
    /// changes nothing.</summary>
    public bool KeyWasTried { get; init; }

    /// <summary>Request weight of this IP in the last minute; null when limits are off and no response told
    /// it.</summary>
    public int? UsedWeight { get; init; }

    /// <summary>Request weight that this client may use per minute.</summary>
    public int WeightLimit { get; init; }

    /// <summary>Sentence that says why weight is not shared as configured, and what happens instead; null when all is
    /// well, and without <see cref="Options.LimitOptions.Budget"/>.</summary>
    public string? BudgetTrouble { get; init; }
}
