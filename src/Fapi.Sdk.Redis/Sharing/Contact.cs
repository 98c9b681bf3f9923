namespace Fapi.Sdk.Redis.Sharing;

/// <summary>One call of a process to the shared state: its account, and what it asks for.</summary>
internal sealed record Contact
{
    /// <summary>Rises with each call: an older one that arrives late changes nothing.</summary>
    internal long Number { get; init; }

    /// <summary>Weight that a minute may hold; 0 until a call has said so, and nothing may be sent.</summary>
    internal int Limit { get; init; }

    /// <summary>Weight that this process holds, has under way, or sent within the last minute.</summary>
    internal long Account { get; init; }

    /// <summary>Weight that calls wait for.</summary>
    internal long Wanted { get; init; }

    /// <summary>Weight of the first call that waits.</summary>
    internal int First { get; init; }

    /// <summary>Weight to have at hand for the calls to come, where there is plenty.</summary>
    internal long Extra { get; init; }

    /// <summary>Weight that the exchange counted for the IP; 0 when that is no news.</summary>
    internal int Counted { get; init; }

    /// <summary>Time until a hold ends; zero without one.</summary>
    internal TimeSpan Hold { get; init; }

    /// <summary>Time until a ban ends; zero without one.</summary>
    internal TimeSpan Ban { get; init; }

    /// <summary>End of the ban in the time of the exchange.</summary>
    internal DateTimeOffset BannedUntil { get; init; }

    /// <summary>Time until the next weight of this process is a minute old.</summary>
    internal TimeSpan Frees { get; init; }

    /// <summary>True while calls wait for what was not granted before.</summary>
    internal bool Waits { get; init; }

    /// <summary>True when the process sends nothing any more.</summary>
    internal bool Leaves { get; init; }
}
