namespace Fapi.Contract;

/// <summary>Records the messages of <see cref="HttpClient"/>.</summary>
public static class HttpRecording
{
    /// <summary>Records a request. Its content is buffered, so that it can still be sent.</summary>
    /// <param name="request">A request with a URI.</param>
    /// <param name="cancellationToken">Stops the reading of the content.</param>
    /// <returns>The request as it goes over the wire, as far as the headers are set by then.</returns>
    public static async Task<RecordedRequest> ToRecordedAsync(
        this HttpRequestMessage request,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var uri = request.RequestUri ?? throw new ArgumentException("The request has no URI.", nameof(request));
        var target = uri.IsAbsoluteUri ? uri.PathAndQuery : uri.OriginalString;
        var body = await ReadAsync(request.Content, cancellationToken).ConfigureAwait(false);
        return new RecordedRequest(request.Method.Method, target, Headers(request.Headers, request.Content), body);
    }

    /// <summary>Records a response. Its content is buffered, so that it can still be read.</summary>
    /// <param name="response">The response.</param>
    /// <param name="cancellationToken">Stops the reading of the content.</param>
    /// <returns>The response as received.</returns>
    public static async Task<RecordedResponse> ToRecordedAsync(
        this HttpResponseMessage response,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        var body = await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return new RecordedResponse((int)response.StatusCode, Headers(response.Headers, response.Content), body);
    }

    // Reading as an array buffers the content, so that it can be read again.
    private static async Task<byte[]> ReadAsync(HttpContent? content, CancellationToken cancellationToken) =>
        content is null ? [] : await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);

    private static List<KeyValuePair<string, string>> Headers(
        System.Net.Http.Headers.HttpHeaders headers,
        HttpContent? content)
    {
        var all = headers.NonValidated.Concat(content is null ? [] : content.Headers.NonValidated);
        return [.. all.SelectMany(h => h.Value.Select(v => KeyValuePair.Create(h.Key, v)))];
    }
}
