using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fapi.Sandbox.Messages;

/// <summary>A response before it is delivered.</summary>
internal sealed record ExchangeResponse(int Status, string? ContentType, byte[] Body)
{
    // As on the exchange, names in Chinese are not escaped; nothing here ends up in HTML.
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>True when no other headers are to be sent.</summary>
    public bool IsComplete { get; init; }

    /// <summary>True when it refuses the request, so that nothing is carried out.</summary>
    public bool IsRefusal { get; init; }

    public static ExchangeResponse FromJson<T>(T body, int status = 200) =>
        new(status, "application/json", JsonSerializer.SerializeToUtf8Bytes(body, Json));

    public static ExchangeResponse FromError(int status, int code, string message) =>
        FromJson(new { code, msg = message }, status);

    public ExchangeResponse With(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };

    public ExchangeResponse WithRetryAfter(TimeSpan wait) =>
        With("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture));

    public RecordedResponse ToRecorded() => new(
        Status, ContentType is null ? Headers : [new("Content-Type", ContentType), .. Headers], Body);
}
