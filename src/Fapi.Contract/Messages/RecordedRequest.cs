namespace Fapi.Contract;

/// <summary>A request as it went over the wire, independent of any HTTP library.</summary>
/// <param name="method">Method, such as <c>POST</c>; case matters.</param>
/// <param name="target">Path and query exactly as sent, percent-encoding included, such as
/// <c>/a/b?c=%E5%B8%81</c>.</param>
/// <param name="headers">Headers in the order in which they were sent, content headers included; a repeated header
/// is a repeated entry. Null means none.</param>
/// <param name="body">Body as sent; empty means none.</param>
public sealed class RecordedRequest(
    string method,
    string target,
    IReadOnlyList<KeyValuePair<string, string>>? headers = null,
    ReadOnlyMemory<byte> body = default)
{
    /// <summary>Method, such as <c>POST</c>.</summary>
    public string Method { get; } = method ?? throw new ArgumentNullException(nameof(method));

    /// <summary>Path and query exactly as sent.</summary>
    public string Target { get; } = target ?? throw new ArgumentNullException(nameof(target));

    /// <summary>Headers in the order in which they were sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; } = headers ?? [];

    /// <summary>Body as sent; empty means none.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>Method and sizes only: query, headers and body can hold secrets.</summary>
    /// <returns>A text without any value that was sent.</returns>
    public override string ToString() =>
        $"{Excerpt.Shorten(Method)} request, target of {Target.Length} characters, "
        + $"{Headers.Count} headers, {Body.Length} bytes";
}
