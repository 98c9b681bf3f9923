namespace Fapi.Leverage.Tool.Calls;

/// <summary>Thrown when a call fails, with what is known of it.</summary>
/// <param name="exchange">The exchange that was called.</param>
/// <param name="order">The change that the user asked for; null where it was none of a single leverage.</param>
/// <param name="sent">The latest request that was made ready; null when none was.</param>
/// <param name="attempts">Requests that were made ready.</param>
/// <param name="cause">What the SDK threw.</param>
internal sealed class CallFailedException(
    ChosenExchange exchange, LeverageOrder? order, SentRequest? sent, int attempts, Exception cause)
    : Exception(cause.Message, cause)
{
    internal ChosenExchange Exchange => exchange;

    internal LeverageOrder? Order => order;

    internal SentRequest? Sent => sent;

    internal int Attempts => attempts;

    /// <summary>What to know of the way to the exchange, when no response came over it.</summary>
    internal string Way => sent is not null && InnerException is FapiException { StatusCode: null }
        && exchange.Proxy is { } proxy ? $" {proxy}" : "";
}
