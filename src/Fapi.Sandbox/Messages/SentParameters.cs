using System.Net;

namespace Fapi.Sandbox.Messages;

/// <summary>The parameters of one request, in the order in which they were sent, those of the query first.</summary>
internal sealed class SentParameters
{
    private const string FormContentType = "application/x-www-form-urlencoded";
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly List<SentParameter> _all = [];
    private readonly Dictionary<string, SentParameter> _first = new(StringComparer.Ordinal);

    public SentParameters(ReceivedRequest request)
    {
        Add(request.Query, inBody: false);
        if (IsForm(request))
        {
            Add(Encoding.Latin1.GetString(request.Message.Body.Span), inBody: true);
        }
    }

    public IReadOnlyList<SentParameter> All => _all;

    /// <summary>Finds a parameter; when query and body both have it, the query wins.</summary>
    public SentParameter? Find(string name) => _first.GetValueOrDefault(name);

    private static bool IsForm(ReceivedRequest request) =>
        request.Method != "GET" && !request.Message.Body.IsEmpty &&
        request.Header("Content-Type") is var type &&
        (type is null || type.Split(';')[0].Trim().Equals(FormContentType, StringComparison.OrdinalIgnoreCase));

    private void Add(string text, bool inBody)
    {
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var left, var right] ? (left, right) : (pair, "");
            var parameter = new SentParameter(Decode(name) ?? name, Decode(value), inBody);
            _all.Add(parameter);
            _first.TryAdd(parameter.Name, parameter);
        }
    }

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
