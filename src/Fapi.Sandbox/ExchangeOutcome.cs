namespace Fapi.Sandbox;

/// <param name="Answer">What to answer; null when the connection is reset without any.</param>
/// <param name="Delivery">How.</param>
internal sealed record ExchangeOutcome(ExchangeAnswer? Answer, Delivery Delivery);
