using System.Globalization;

namespace Fapi.Sandbox;

/// <summary>429 when the weight of the IP is used up, 418 when it went on all the same.</summary>
internal sealed class WeightCheck(ErrorTable errors) : ICheck
{
    public Refusal? Check(ExchangeCall call) => call.Weight switch
    {
        { BannedUntil: { } until } => errors.Refuse(
            "TOO_MANY_REQUESTS",
            string.Create(CultureInfo.InvariantCulture, $"Way too many requests; IP banned until {until.ToUnixTimeMilliseconds()}."),
            418) with { RetryAfter = call.Weight.RetryAfter },
        { RetryAfter: { } wait } => errors.Refuse("TOO_MANY_REQUESTS", "Too many requests.", 429) with { RetryAfter = wait },
        _ => null,
    };
}
