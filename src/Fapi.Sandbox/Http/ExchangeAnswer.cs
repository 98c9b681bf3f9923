using System.Text.Encodings.Web;
using System.Text.Json;
using Fapi.Contract;

namespace Fapi.Sandbox;

/// <summary>An answer before it is delivered.</summary>
internal sealed record ExchangeAnswer(int Status, string? ContentType, byte[] Body)
{
    // As on the exchange, names in Chinese are not escaped; nothing here ends up in HTML.
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether the headers are all that are to be sent.</summary>
    public bool IsComplete { get; init; }

    public static ExchangeAnswer OfJson<T>(int status, T body) =>
        new(status, "application/json", JsonSerializer.SerializeToUtf8Bytes(body, Json));

    public static ExchangeAnswer OfError(int status, int code, string message) =>
        OfJson(status, new Dictionary<string, object> { ["code"] = code, ["msg"] = message });

    public ExchangeAnswer With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };

    public RecordedResponse ToRecorded() => new(
        Status, ContentType is null ? Headers : [new("Content-Type", ContentType), .. Headers], Body);
}
