namespace Fapi.Leverage.Calls;

/// <summary>Thrown when a call fails, with what is known of it.</summary>
/// <param name="Sent">The latest request that was made ready; null when none was.</param>
/// <param name="attempts">Requests that were made ready.</param>
internal sealed class CallFailedException(
    string environment, LeverageOrder order, SentRequest? sent, int attempts, Exception cause)
    : Exception(cause.Message, cause)
{
    internal string Environment => environment;

    internal LeverageOrder Order => order;

    internal SentRequest? Sent => sent;

    internal int Attempts => attempts;
}
