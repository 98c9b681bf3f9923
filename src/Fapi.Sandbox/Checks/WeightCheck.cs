using Fapi.Sandbox.Operations;

namespace Fapi.Sandbox.Checks;

/// <summary>429 when the weight of the IP is used up, 418 when it went on all the same.</summary>
internal sealed class WeightCheck(ErrorTable errors) : ICheck
{
    public ExchangeResponse? Check(ExchangeCall call) => call.Weight switch
    {
        { BannedUntil: { } until, RetryAfter: { } wait } => errors.Refuse("TOO_MANY_REQUESTS",
            $"Way too many requests; IP banned until {until.ToUnixTimeMilliseconds()}.", 418).WithRetryAfter(wait),
        { RetryAfter: { } wait } => errors.Refuse("TOO_MANY_REQUESTS", "Too many requests.", 429).WithRetryAfter(wait),
        _ => null,
    };
}
