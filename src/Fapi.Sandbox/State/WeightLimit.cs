using System.Text.Json;

namespace Fapi.Sandbox.State;

/// <summary>A budget of request weight per IP.</summary>
/// <param name="Limit">Weight that may be used in an interval.</param>
/// <param name="Interval">Its length.</param>
/// <param name="HeaderSuffix">The interval in the name of the header for the used weight, such as <c>1M</c>.</param>
internal sealed record WeightLimit(int Limit, TimeSpan Interval, string HeaderSuffix)
{
    public const string HeaderPrefix = "X-MBX-USED-WEIGHT-";

    public static WeightLimit From(ContractDocument document) => document.Items("x-rate-limits")
        .Where(limit => limit.GetProperty("rateLimitType").GetString() == "REQUEST_WEIGHT")
        .Select(Read).FirstOrDefault() ?? new WeightLimit(int.MaxValue, TimeSpan.FromMinutes(1), "1M");

    private static WeightLimit Read(JsonElement limit)
    {
        var number = limit.GetProperty("intervalNum").GetInt32();
        var unit = limit.GetProperty("interval").GetString();
        var length = unit switch
        {
            "SECOND" => TimeSpan.FromSeconds(number),
            "MINUTE" => TimeSpan.FromMinutes(number),
            "HOUR" => TimeSpan.FromHours(number),
            "DAY" => TimeSpan.FromDays(number),
            _ => throw new InvalidOperationException(
                $"x-rate-limits: the interval '{unit}' is none of SECOND, MINUTE, HOUR, DAY."),
        };
        return new WeightLimit(limit.GetProperty("limit").GetInt32(), length, $"{number}{unit[0]}");
    }
}
