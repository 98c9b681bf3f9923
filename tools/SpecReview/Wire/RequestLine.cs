using Fapi.Contract;

namespace Fapi.SpecReview.Wire;

/// <summary>What identifies a request: its first line, and the names of the headers that a plain one has not.</summary>
internal static class RequestLine
{
    private static readonly string[] PlainHeaders = ["Host", "Content-Length"];

    /// <param name="request">The request as received.</param>
    /// <param name="arguments">Parameters that the caller gave; the values of others, stamp and signature, differ each time and are masked.</param>
    internal static string Of(RecordedRequest request, IEnumerable<string> arguments)
    {
        var (path, query) = request.Target.Split('?', 2) is [var before, var after] ? (before, after) : (request.Target, "");
        var shown = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => (Pair: pair, Name: pair.Split('=')[0]))
            .Select(parameter => arguments.Contains(Uri.UnescapeDataString(parameter.Name)) ? parameter.Pair : parameter.Name + "=…");
        var target = string.Join('?', new[] { path, string.Join('&', shown) }.Where(part => part.Length > 0));
        var headers = request.Headers.Select(header => header.Key).Except(PlainHeaders, StringComparer.OrdinalIgnoreCase);
        return string.Join("  + header ", headers.Prepend($"{request.Method} {target}"));
    }
}
