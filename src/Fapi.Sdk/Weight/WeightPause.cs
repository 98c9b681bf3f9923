namespace Fapi.Sdk.Weight;

/// <summary>Time in which nothing may be sent from an IP.</summary>
/// <param name="Duration">Time until the end, from now.</param>
/// <param name="BannedUntil">End of a ban (418) in the time of the exchange; null for a hold (429).</param>
public readonly record struct WeightPause(TimeSpan Duration, DateTimeOffset? BannedUntil = null);
