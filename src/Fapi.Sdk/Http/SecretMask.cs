namespace Fapi.Sdk.Http;

/// <summary>Hides what a server or proxy echoes of a request's key and signature.</summary>
internal readonly struct SecretMask
{
    private const string Hidden = "***";
    private readonly string? _apiKey;
    private readonly string? _signature;

    private SecretMask(string? apiKey, string? signature)
    {
        _apiKey = apiKey;
        _signature = signature;
    }

    internal static SecretMask Of(HttpRequestMessage request, string apiKeyHeader)
    {
        var apiKey = request.Headers.TryGetValues(apiKeyHeader, out var values) ? values.FirstOrDefault() : null;
        var query = request.RequestUri?.Query ?? "";
        var start = query.LastIndexOf("signature=", StringComparison.Ordinal);
        return new SecretMask(apiKey, start < 0 ? null : query.Substring(start + "signature=".Length));
    }

    internal string Apply(string text)
    {
        if (!string.IsNullOrEmpty(_apiKey))
        {
            text = text.Replace(_apiKey!, Hidden);
        }

        if (!string.IsNullOrEmpty(_signature))
        {
            text = text.Replace(_signature!, Hidden).Replace(Uri.UnescapeDataString(_signature!), Hidden);
        }

        return text;
    }
}
