using System.Text.Json;

namespace Fapi.Sandbox.Checks;

/// <summary>
/// -1021 for a timestamp that is too old for recvWindow or too far ahead of the exchange, -1022 for a signature that
/// does not fit the bytes as they were received.
/// </summary>
internal sealed class SignatureCheck(ErrorTable errors)
{
    private const string Timestamp = "timestamp";
    private const string RecvWindow = "recvWindow";
    private const long FarthestAhead = 1000;

    public ExchangeResponse? Check(ExchangeCall call) =>
        call.Operation.Parameters.FirstOrDefault(p => p.IsSignature)?.Name is { } name
            ? CheckStamp(call, name) ?? CheckSignature(call, name)
            : null;

    private ExchangeResponse? CheckStamp(ExchangeCall call, string signature)
    {
        if (!TryRead(call, Timestamp, out var timestamp))
        {
            return errors.RefuseMissing(Timestamp);
        }

        // The server accepts when timestamp < serverTime + 1000 && serverTime - timestamp <= recvWindow.
        return string.IsNullOrEmpty(call.Parameters.Find(signature)?.Value) ? errors.RefuseMissing(signature)
            : timestamp >= call.ServerTime + FarthestAhead
                ? errors.Refuse("INVALID_TIMESTAMP", "The timestamp is 1000ms ahead of the server's time.")
            : call.ServerTime - timestamp > WindowOf(call)
                ? errors.Refuse("INVALID_TIMESTAMP", "The timestamp is outside of the recvWindow.")
            : null;
    }

    private ExchangeResponse? CheckSignature(ExchangeCall call, string name) =>
        call.Key is { } key && SignedText(call.Request, name) is { } text && key.Verify(text, call.Value(name))
            ? null
            : errors.Refuse("INVALID_SIGNATURE");

    // A window that cannot be read is refused with the other parameters.
    private static long WindowOf(ExchangeCall call) =>
        TryRead(call, RecvWindow, out var sent) ? sent
        : call.Operation.Parameters.FirstOrDefault(p => p.Name == RecvWindow)?.Default is { } documented
            && documented.ValueKind == JsonValueKind.Number ? documented.GetInt64()
        : long.MaxValue;

    private static bool TryRead(ExchangeCall call, string name, out long value) => long.TryParse(
        call.Parameters.Find(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>The query as received, followed directly by the body, without the signature.</summary>
    /// <returns>Null when the signature is not the last parameter of the query or of the body.</returns>
    private static byte[]? SignedText(ReceivedRequest request, string signature)
    {
        var (query, body) = (request.Query, Encoding.Latin1.GetString(request.Message.Body.Span));
        var text = Cut(query, signature) is { } shorter ? shorter + body
            : Cut(body, signature) is { } form ? query + form
            : null;
        return text is null ? null : Encoding.Latin1.GetBytes(text);
    }

    private static string? Cut(string text, string signature)
    {
        var start = text.LastIndexOf('&');
        return text.AsSpan(start + 1).StartsWith($"{signature}=", StringComparison.Ordinal)
            ? text[..Math.Max(start, 0)]
            : null;
    }
}
