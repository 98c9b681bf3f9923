namespace Fapi.Sdk.Http;

/// <summary>Hides what a server or proxy sends back of a request's key and signature, however it escapes them.</summary>
internal readonly struct SecretMask
{
    private const string Hidden = "***";

    // A shorter piece tells nothing, and may stand in any text.
    private const int ShortestPiece = 8;

    private readonly List<string> _hidden;

    private SecretMask(IEnumerable<string> hidden) => _hidden = [.. hidden];

    internal static SecretMask Of(HttpRequestMessage request, string apiKeyHeader)
    {
        var apiKey = request.Headers.TryGetValues(apiKeyHeader, out var values) ? values.FirstOrDefault() : null;
        var query = request.RequestUri?.Query ?? "";
        var start = query.LastIndexOf("signature=", StringComparison.Ordinal);
        return new SecretMask([.. Forms(apiKey), .. Forms(start < 0 ? null : query.Substring(start + "signature=".Length))]);
    }

    internal string Apply(string text)
    {
        foreach (var hidden in _hidden)
        {
            text = text.Replace(hidden, Hidden);
        }

        return text;
    }

    /// <summary>Whether a text holds something to hide.</summary>
    internal bool Finds(string text) => _hidden.Exists(text.Contains);

    /// <remarks>Letters and digits are the same in addresses, JSON and HTML; what stands between them each escapes in its own way.</remarks>
    private static IEnumerable<string> Forms(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return [];
        }

        var plain = Uri.UnescapeDataString(secret!);
        var pieces = new string([.. plain.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ');
        return [secret!, plain, .. pieces.Where(piece => piece.Length >= ShortestPiece)];
    }
}
