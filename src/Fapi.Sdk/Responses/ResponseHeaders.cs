using System.Globalization;

namespace Fapi.Sdk.Responses;

internal static class ResponseHeaders
{
    private const string UsedWeightPrefix = "X-MBX-USED-WEIGHT-";

    /// <summary>Used weight of the minute, or of another interval where the exchange counts by that.</summary>
    internal static int? UsedWeight(HttpResponseMessage response)
    {
#if NET
        if (response.Headers.NonValidated.TryGetValues(UsedWeightPrefix + "1M", out var minute))
        {
            return Number(minute.ToString());
        }

        foreach (var header in response.Headers.NonValidated)
        {
            if (header.Key.StartsWith(UsedWeightPrefix, StringComparison.OrdinalIgnoreCase))
            {
                return Number(header.Value.ToString());
            }
        }
#else
        foreach (var header in response.Headers)
        {
            if (header.Key.StartsWith(UsedWeightPrefix, StringComparison.OrdinalIgnoreCase))
            {
                return Number(header.Value.FirstOrDefault());
            }
        }
#endif
        return null;
    }

    internal static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - now);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
