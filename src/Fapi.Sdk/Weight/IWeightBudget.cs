namespace Fapi.Sdk.Weight;

/// <summary>Counts the request weight of one IP: gives weight before a request is stamped, and dates it when the
/// response has come.</summary>
/// <remarks>The clients of this process wait, queue and are refused alike whichever budget they have: set one as <see
/// cref="Options.LimitOptions.Budget"/>, or have one that knows this process alone. The members are called by one
/// thread at a time and do not block.</remarks>
public interface IWeightBudget
{
    /// <summary>Raised when a hold or ban was learned elsewhere, by another process on the same IP.</summary>
    event Action<WeightPause>? PauseLearned;

    /// <summary>Weight of the last minute, with what is reserved or under way.</summary>
    int UsedWeight { get; }

    /// <summary>Sentence that says what keeps the budget from its work and what happens instead; null when nothing
    /// does.</summary>
    string? Trouble { get; }

    /// <summary>Reserves weight when there is room. What is reserved is released, or sent and completed.</summary>
    /// <param name="weight">Weight of the request, 1 or more.</param>
    /// <param name="limit">Weight that a minute may hold. A greater weight goes alone.</param>
    /// <param name="behind">Weight of the requests that wait behind this one, to ask for all at once.</param>
    /// <param name="cancellationToken">Ends the question where it goes to another machine.</param>
    /// <returns>False when there is no room.</returns>
    ValueTask<bool> TryReserveAsync(int weight, int limit, long behind, CancellationToken cancellationToken);

    /// <summary>Estimates the wait for room.</summary>
    /// <param name="weight">Weight of the request.</param>
    /// <param name="ahead">Weight of the requests that wait before it.</param>
    /// <param name="limit">Weight that a minute may hold.</param>
    /// <returns>Time until there is room, as far as can be told now; zero when there is.</returns>
    TimeSpan UntilRoom(int weight, long ahead, int limit);

    /// <summary>Gives back weight that was reserved and not sent.</summary>
    /// <param name="weight">Weight that was reserved.</param>
    void Release(int weight);

    /// <summary>Looks at a reservation once more, as the last thing before its request leaves.</summary>
    /// <param name="weight">Weight that was reserved.</param>
    /// <returns>False when the reservation is no longer good: it stays until it is released.</returns>
    bool TrySend(int weight);

    /// <summary>Dates weight that was sent: it counts for a minute from now.</summary>
    /// <param name="weight">Weight that was sent.</param>
    /// <param name="usedWeight">Weight that the response told for the whole IP; null when it told none.</param>
    /// <returns>True when others were found to have used weight.</returns>
    bool Complete(int weight, int? usedWeight);

    /// <summary>Tells others on the same IP of a hold or ban that a response brought.</summary>
    /// <param name="pause">The hold or ban.</param>
    void Pause(WeightPause pause);
}

/// <summary>Time in which nothing may be sent from an IP.</summary>
/// <param name="Duration">Time until the end, from now.</param>
/// <param name="BannedUntil">End of a ban (418) in the time of the exchange; null for a hold (429).</param>
public readonly record struct WeightPause(TimeSpan Duration, DateTimeOffset? BannedUntil = null);
