namespace Fapi.Leverage.Tool.Calls;

/// <summary>A request as it may be shown: key and signature masked.</summary>
/// <param name="Address">Scheme, host and target.</param>
/// <param name="Target">Path and query, as in the request line.</param>
/// <param name="SignedText">The query before the signature; the body, which would follow it, is empty.</param>
/// <param name="Signer">Algorithm of the signature.</param>
/// <param name="SignatureLength">Characters of the signature as sent, percent-encoding included.</param>
internal sealed record SentRequest(
    string Method, string Address, string Target, string SignedText, string Signer, int SignatureLength, string ApiKey,
    string[] Headers)
{
    private const string ApiKeyHeader = "X-MBX-APIKEY";
    private const string Signature = "&signature=";

    internal static SentRequest From(HttpRequestMessage request)
    {
        var address = request.RequestUri!.OriginalString;
        var end = address.LastIndexOf(Signature, StringComparison.Ordinal);
        var (text, signature) = end < 0 ? (address, "") : (address[..end], address[(end + Signature.Length)..]);
        var masked = end < 0 ? text : $"{text}{Signature}***";
        var key = request.Headers.TryGetValues(ApiKeyHeader, out var keys) ? Mask(keys.First()) : Mask(null);
        var target = masked[masked.IndexOf('/', "https://".Length)..];
        var signedText = text[(text.IndexOf('?', StringComparison.Ordinal) + 1)..];
        return new SentRequest(
            request.Method.Method, masked, target, signedText, SignerOf(Uri.UnescapeDataString(signature)),
            signature.Length, key, [.. HeadersOf(request)]);
    }

    // Each kind of key gives signatures of its own length.
    private static string SignerOf(string signature) => signature.Length switch
    {
        64 => "HMAC-SHA256, in hex",
        88 => "Ed25519, in base64",
        _ => "RSA PKCS#1 v1.5 with SHA-256, in base64",
    };

    private static IEnumerable<string> HeadersOf(HttpRequestMessage request)
    {
        // Not among the headers until it is asked for.
        _ = request.Content?.Headers.ContentLength;
        return request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .Select(h => $"{h.Key}: {(h.Key == ApiKeyHeader ? Mask(h.Value.First()) : string.Join(", ", h.Value))}")
            .Prepend($"Host: {request.RequestUri!.Authority}");
    }

    internal static string Mask(string? key) =>
        key is null ? "none" : $"{key.AsSpan(0, Math.Min(4, key.Length / 4))}***";
}
