namespace Fapi.Leverage.Calls;

/// <summary>A request as it may be shown.</summary>
internal sealed record SentRequest(string Method, string Address, string ApiKey)
{
    internal static SentRequest Of(HttpRequestMessage request)
    {
        var address = request.RequestUri!.OriginalString;
        var signature = address.LastIndexOf("signature=", StringComparison.Ordinal);
        return new SentRequest(
            request.Method.Method,
            signature < 0 ? address : address[..signature] + "signature=***",
            request.Headers.TryGetValues("X-MBX-APIKEY", out var key) ? Mask(key.First()) : "none");
    }

    private static string Mask(string key) => $"{key.AsSpan(0, Math.Min(4, key.Length / 4))}***";
}
