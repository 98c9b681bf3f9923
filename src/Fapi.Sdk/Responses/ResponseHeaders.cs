using System.Net.Http.Headers;
using Fapi.Sdk.Time;

namespace Fapi.Sdk.Responses;

/// <summary>Reads the headers by which the exchange holds its callers back.</summary>
internal static class ResponseHeaders
{
    private const string RetryAfterHeader = "Retry-After";

    /// <summary>Used weight of the interval that the spec names; the greatest where it is told more than
    /// once.</summary>
    internal static int? UsedWeight(HttpResponseMessage response)
    {
        int? most = null;
        foreach (var value in Values(response, RateLimits.UsedWeightHeader))
        {
            most = ParseWeight(value) is { } weight ? Math.Max(weight, most ?? 0) : most;
        }

        return most;
    }

    /// <summary>Time that the exchange asks to wait, 0 or more; the longest where it is told more than once.</summary>
    /// <param name="response">The response.</param>
    /// <param name="now">Time of the exchange.</param>
    internal static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) =>
        Values(response, RetryAfterHeader).Select(value => ParseWait(value, now)).Max();

    /// <summary>All headers, as they came.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Copy(
        HttpResponseMessage response, Func<string, string> mask)
    {
        var copy = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var headers in new HttpHeaders?[] { response.Headers, response.Content?.Headers })
        {
#if NET
            foreach (var (name, values) in headers?.NonValidated ?? default)
#else
            foreach (var (name, values) in headers?.Select(header => (header.Key, header.Value)) ?? [])
#endif
            {
                copy[name] = [.. values.Select(mask)];
            }
        }

        return copy;
    }

    private static TimeSpan? ParseWait(string value, DateTimeOffset now)
    {
        if (value.Length > 0 && value[0] is >= '0' and <= '9'
            && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return SaturatedTime.FromSeconds(seconds);
        }

        var wait = RetryConditionHeaderValue.TryParse(value, out var condition) ? condition.Date - now : null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static int? ParseWeight(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : value.Split(',').Select(part => part.Trim())
                .Where(part => part.Length > 0 && part.All(c => c is >= '0' and <= '9'))
                .Select(digits => (int?)Math.Min(double.Parse(digits, CultureInfo.InvariantCulture), int.MaxValue))
                .Max();

    // Nothing validated, and nothing allocated where the platform lets us: this is read from every response.
#if NET
    private static HeaderStringValues Values(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values : default;
#else
    private static IEnumerable<string> Values(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values : [];
#endif
}
