using System.IO.Compression;
using System.Net;

namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>Reads a response into a page, or tells why it is none.</summary>
internal static class FetchResponse
{
    public static Uri? RedirectOf(HttpResponseMessage response, Uri current) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location
            ? new Uri(new Uri(current, location).GetLeftPart(UriPartial.Query))
            : null;

    public static async Task<PageLoad> ReadAsync(
        HttpResponseMessage response,
        Uri asked,
        Uri current,
        CachedPage? known,
        PageCache? cache,
        CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified && known is not null)
        {
            return Loaded(asked, known);
        }

        if (Refusal(response) is { } refusal)
        {
            return PageLoad.Failed(asked.OriginalString, refusal.Kind, refusal.Message);
        }

        var body = await ReadBodyAsync(response.Content, cancellationToken);
        if (body is null)
        {
            return Failed(asked, $"The page has more than {PageLimits.LoadBytes:N0} bytes.");
        }

        if (body.Length == 0)
        {
            return Failed(asked,
                $"The site responded {(int)response.StatusCode} without content; it may want a "
                    + $"browser{Pause(response)}.");
        }

        var page = new CachedPage(
            current.AbsoluteUri,
            response.Content.Headers.ContentType?.MediaType,
            body,
            response.Headers.ETag?.ToString(),
            response.Content.Headers.LastModified?.ToString("R"));
        cache?.Store(page);
        return Loaded(asked, page);
    }

    public static string Describe(Uri address, HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"The name {address.Host} can't be resolved; check the network.",
        HttpRequestError.SecureConnectionError => $"No secure connection to {address.Host} could be made.",
        HttpRequestError.ConnectionError => $"No connection to {address.Host} could be made.",
        _ => $"{address.Host} sent no response that can be read ({e.HttpRequestError}).",
    };

    /// <summary>True for a response after which nothing more may be asked for a while.</summary>
    public static bool IsLimit(HttpResponseMessage response) => (int)response.StatusCode is 418 or 429;

    private static string Pause(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } after ? $"; Retry-After: {after}" : "";

    private static LoadFailure? Refusal(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => null,
        401 or 403 or 418 or 429 or 451 =>
            new(FailureKind.CouldNotCheck,
            $"The site refused the page with {(int)response.StatusCode} (firewall, login or rate "
                + $"limit{Pause(response)})."),
        404 or 410 =>
            new(FailureKind.CouldNotCheck,
            $"The site has no such page ({(int)response.StatusCode}); it may have moved."),
        >= 500 => new(FailureKind.Network, $"The site failed with {(int)response.StatusCode}{Pause(response)}."),
        int status => new(FailureKind.CouldNotCheck, $"The site responded {status}, which is no page."),
    };

    /// <summary>The body; null if it is larger than what is read.</summary>
    /// <exception cref="InvalidDataException">It is not encoded as its headers say, or its end is missing.</exception>
    private static async Task<byte[]?> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > PageLimits.LoadBytes)
        {
            return null;
        }

        var sent = await ReadAsync(await content.ReadAsStreamAsync(cancellationToken), cancellationToken);
        if (sent is null || content.Headers.ContentEncoding.All(name => name == "identity"))
        {
            return sent;
        }

        if (content.Headers.ContentEncoding is not { Count: 1 } encoding || !encoding.Contains("gzip"))
        {
            throw new InvalidDataException();
        }

        // The handler would take a stream without its end; the end of a whole one tells the length.
        var plain = new GZipStream(new MemoryStream(sent), CompressionMode.Decompress);
        var body = await ReadAsync(plain, cancellationToken);
        return body is null || (sent.Length >= 18 && BitConverter.ToInt32(sent.AsSpan()[^4..]) == body.Length)
            ? body : throw new InvalidDataException();
    }

    private static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await using var source = stream;
        var buffer = new byte[81_920];
        for (int count; (count = await source.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            body.Write(buffer, 0, count);
            if (body.Length > PageLimits.LoadBytes)
            {
                return null;
            }
        }

        return body.ToArray();
    }

    private static PageLoad Loaded(Uri asked, CachedPage page) =>
        PageLoad.Loaded(new PageContent(page.Address, page.Body, page.ContentType, asked), asked.OriginalString);

    private static PageLoad Failed(Uri asked, string message) =>
        PageLoad.Failed(asked.OriginalString, FailureKind.CouldNotCheck, message);
}
