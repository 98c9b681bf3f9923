namespace Fapi.SpecReview.Wire;

/// <param name="Text">Request line, or the reason why there is none.</param>
/// <param name="IsSent">Whether a request was sent.</param>
internal sealed record WireOutcome(string Text, bool IsSent);
