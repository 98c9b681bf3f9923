using System.Globalization;

namespace Fapi.Sandbox;

/// <summary>Why the exchange does not carry out a request.</summary>
internal sealed record Refusal(int Status, int Code, string Message)
{
    public TimeSpan? RetryAfter { get; init; }

    public ExchangeAnswer ToAnswer()
    {
        var answer = ExchangeAnswer.OfError(Status, Code, Message);
        return RetryAfter is { } wait
            ? answer.With("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture))
            : answer;
    }
}
