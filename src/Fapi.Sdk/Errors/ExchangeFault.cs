using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace Fapi.Sdk.Errors;

/// <summary>Code and message of an error response, as far as its body holds them: it may be HTML, empty, cut off or no
/// text.</summary>
internal readonly partial record struct ExchangeFault(int? Code, string? Message)
{
    private const string BannedUntilPattern = "banned until ([0-9]{13})";

    internal static ExchangeFault Parse(string body)
    {
        if (body.TrimStart() is not { Length: > 0 } text || text[0] != '{')
        {
            return default;
        }

        try
        {
            // Not JsonConvert, whose settings are the app's.
            using var reader = new JsonTextReader(new StringReader(body));
            var wire = JsonSerializer.Create().Deserialize<Wire>(reader);
            return new ExchangeFault(wire?.Code, wire?.Msg);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>End of a ban where the message tells it, in milliseconds since 1970-01-01 UTC.</summary>
    internal DateTimeOffset? BannedUntil()
    {
        var match = BannedUntilExpression().Match(Message ?? "");
        return match.Success
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            : null;
    }

#if NET
    [GeneratedRegex(
        BannedUntilPattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex BannedUntilExpression();
#else
    private static Regex BannedUntilExpression() =>
        new(
            BannedUntilPattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromMilliseconds(100));
#endif

    private sealed class Wire
    {
        [JsonProperty("code")]
        public int? Code { get; set; }

        [JsonProperty("msg")]
        public string? Msg { get; set; }
    }
}
