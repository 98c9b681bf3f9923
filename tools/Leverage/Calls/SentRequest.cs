namespace Fapi.Leverage.Calls;

/// <summary>A request as it may be shown: key and signature masked.</summary>
/// <param name="Address">Scheme, host and target.</param>
/// <param name="Target">Path and query, as in the request line.</param>
/// <param name="SignedText">The query before the signature; the body, which would follow it, is empty.</param>
/// <param name="SignatureLength">Characters of the signature as sent, percent-encoding included.</param>
/// <param name="Headers">Those of the request and of its content.</param>
internal sealed record SentRequest(
    string Method, string Address, string Target, string SignedText, int SignatureLength, string ApiKey, IReadOnlyList<string> Headers)
{
    private const string ApiKeyHeader = "X-MBX-APIKEY";
    private const string Signature = "&signature=";

    internal static SentRequest Of(HttpRequestMessage request)
    {
        var uri = request.RequestUri!;
        var (masked, length) = Masked(uri.OriginalString);
        var target = Masked(uri.PathAndQuery).Text;
        return new SentRequest(
            request.Method.Method,
            masked,
            target,
            target[(target.IndexOf('?', StringComparison.Ordinal) + 1)..].Replace($"{Signature}***", "", StringComparison.Ordinal),
            length,
            request.Headers.TryGetValues(ApiKeyHeader, out var key) ? Mask(key.First()) : "none",
            [.. HeadersOf(request)]);
    }

    private static (string Text, int Length) Masked(string address)
    {
        var start = address.LastIndexOf(Signature, StringComparison.Ordinal);
        return start < 0 ? (address, 0) : ($"{address[..start]}{Signature}***", address.Length - start - Signature.Length);
    }

    private static IEnumerable<string> HeadersOf(HttpRequestMessage request)
    {
        // Not among the headers until it is asked for.
        _ = request.Content?.Headers.ContentLength;
        return request.Headers
            .Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .Select(header => $"{header.Key}: {(header.Key == ApiKeyHeader ? Mask(header.Value.First()) : string.Join(", ", header.Value))}")
            .Prepend($"Host: {request.RequestUri!.Authority}");
    }

    private static string Mask(string key) => $"{key.AsSpan(0, Math.Min(4, key.Length / 4))}***";
}
