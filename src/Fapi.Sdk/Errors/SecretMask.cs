using System.Text;
using System.Text.RegularExpressions;

namespace Fapi.Sdk.Errors;

/// <summary>Hides what a server or proxy sends back of a request's key and signature, however it escapes
/// them.</summary>
internal readonly struct SecretMask
{
    private const string Hidden = "***";

    private readonly string[] _secrets;

    private SecretMask(params string?[] secrets) => _secrets = [.. secrets.Where(secret => secret?.Any(IsKept) == true)!];

    internal static SecretMask Of(HttpRequestMessage request, string apiKeyHeader)
    {
        var apiKey = request.Headers.TryGetValues(apiKeyHeader, out var values) ? values.FirstOrDefault() : null;
        var query = request.RequestUri?.Query ?? "";
        var start = query.LastIndexOf("signature=", StringComparison.Ordinal);
        var signature = start < 0 ? "" : query.Substring(start + "signature=".Length);
        return new SecretMask(apiKey, Uri.UnescapeDataString(signature));
    }

    internal string Apply(string text) =>
        _secrets.Aggregate(text, (shown, secret) => MayHold(shown, secret) ? Hide(shown, secret) : shown);

    /// <summary>Whether a text holds something to hide.</summary>
    internal bool Finds(string text) => Apply(text) != text;

    // Letters and digits are the same in addresses, JSON and HTML; what stands between them each escapes in its own way.
    private static bool IsKept(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    private static bool MayHold(string text, string secret)
    {
        var pieces = new string([.. secret.Select(c => IsKept(c) ? c : ' ')]).Split(' ');
        return text.IndexOf(pieces.OrderByDescending(piece => piece.Length).First(), StringComparison.OrdinalIgnoreCase) is not -1;
    }

    private static string Hide(string text, string secret)
    {
        var pattern = new StringBuilder();
        foreach (var c in secret.TrimEnd('='))
        {
            _ = IsKept(c) ? pattern.Append(c) : pattern.Append(@"[^0-9A-Za-z]\S{0,6}?");
        }

        pattern.Append("(?:=|%3D)*");
        try
        {
#if NET
            return Regex.Replace(text, pattern.ToString(), Hidden, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
#else
            return Regex.Replace(text, pattern.ToString(), Hidden, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
#endif
        }
        catch (RegexMatchTimeoutException)
        {
            return Hidden;
        }
    }
}
