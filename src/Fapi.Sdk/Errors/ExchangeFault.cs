using Newtonsoft.Json;

namespace Fapi.Sdk.Errors;

/// <summary>Code and message of an error response, as far as its body holds them: it may be HTML, empty, cut off or no
/// text.</summary>
internal readonly record struct ExchangeFault(int? Code, string? Message)
{
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

    private sealed class Wire
    {
        [JsonProperty("code")]
        public int? Code { get; set; }

        [JsonProperty("msg")]
        public string? Msg { get; set; }
    }
}
