using System.Net;

namespace Fapi.Sandbox.Messages;

/// <summary>The parameters of one request, in the order in which they were sent, those of the query first.</summary>
internal sealed class SentParameters(ReceivedRequest request)
{
    private const string FormContentType = "application/x-www-form-urlencoded";
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public IReadOnlyList<SentParameter> All { get; } =
        [.. Read(request.Query, inBody: false), .. Read(FormOf(request), inBody: true)];

    /// <summary>Finds a parameter; when query and body both have it, the query wins.</summary>
    public SentParameter? Find(string name) => All.FirstOrDefault(parameter => parameter.Name == name);

    private static string FormOf(ReceivedRequest request) =>
        request.Method == "GET" || (request.Header("Content-Type") is { } type &&
            !type.Split(';')[0].Trim().Equals(FormContentType, StringComparison.OrdinalIgnoreCase))
        ? ""
        : Encoding.Latin1.GetString(request.Message.Body.Span);

    private static IEnumerable<SentParameter> Read(string text, bool inBody) =>
        from pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select new SentParameter(Decode(parts[0]) ?? parts[0], Decode(parts.ElementAtOrDefault(1) ?? ""), inBody);

    private static string? Decode(string text)
    {
        if (!Ascii.IsValid(text))
        {
            return null;
        }

        if (!text.AsSpan().ContainsAny('%', '+'))
        {
            return text;
        }

        var bytes = Encoding.ASCII.GetBytes(text);
        try
        {
            return Strict.GetString(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <param name="Name">Name after decoding.</param>
/// <param name="Value">Value after decoding; null when it is not UTF-8, percent-encoded where it is not ASCII.</param>
/// <param name="InBody">Whether it came in the form body; otherwise it came in the query.</param>
internal sealed record SentParameter(string Name, string? Value, bool InBody);
