namespace Fapi.Sandbox.State;

/// <param name="Used">Weight that the IP has used in the current interval.</param>
/// <param name="RetryAfter">How long the IP has to wait; null when the request may pass.</param>
/// <param name="BannedUntil">End of the ban; null when the IP is not banned.</param>
internal readonly record struct WeightVerdict(int Used, TimeSpan? RetryAfter, DateTimeOffset? BannedUntil);
