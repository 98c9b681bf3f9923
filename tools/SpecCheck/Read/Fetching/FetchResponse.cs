namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>Asks for a page, and reads the response into one, or tells why it is none.</summary>
internal static class FetchResponse
{
    public static HttpRequestMessage Request(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", "spec-check");
        // Plain, because a body that was unpacked no longer shows that its end is missing.
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        request.Headers.TryAddWithoutValidation("Accept",
            "text/html, text/markdown, application/yaml, application/json, text/plain;q=0.9");
        if (Path.GetExtension(address.AbsolutePath) is ".yaml" or ".yml" or ".json")
        {
            // The portal gives its schema to those who come from its page, and an empty response to others.
            request.Headers.Referrer = new Uri(address, "../");
        }

        return request;
    }

    public static Uri? RedirectOf(HttpResponseMessage response, Uri current) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location
            ? new Uri(new Uri(current, location).GetLeftPart(UriPartial.Query))
            : null;

    public static async Task<PageLoad> ReadAsync(
        HttpResponseMessage response, Uri asked, Uri current, CancellationToken cancellation)
    {
        var pause = response.Headers.RetryAfter is { } after ? $"; Retry-After: {after}" : "";
        var status = (int)response.StatusCode;
        var (outcome, refusal) = status switch
        {
            >= 200 and < 300 => (Outcome.Same, ""),
            401 or 403 or 418 or 429 or 451 => (Outcome.CouldNotCheck,
                $"The site refused the page with {status} (firewall, login or rate limit{pause})."),
            404 or 410 => (Outcome.CouldNotCheck,
                $"The site has no such page ({status}); it may have moved."),
            >= 500 => (Outcome.Network, $"The site failed with {status}{pause}."),
            _ => (Outcome.CouldNotCheck, $"The site responded {status}, which is no page."),
        };
        if (outcome != Outcome.Same)
        {
            return PageLoad.Failed(asked.OriginalString, outcome, refusal);
        }

        if (await ReadBodyAsync(response.Content, cancellation) is not { } body)
        {
            return PageLoad.Failed(asked.OriginalString, Outcome.CouldNotCheck,
                $"The page has more than {PageLimits.LoadBytes:N0} bytes.");
        }

        return body.Length > 0
            ? new PageLoad(asked.OriginalString, new PageContent(current.AbsoluteUri, body, asked))
            : PageLoad.Failed(asked.OriginalString, Outcome.CouldNotCheck,
                $"The site responded {status} without content; it may want a browser{pause}.");
    }

    public static (Outcome Outcome, string Problem) Describe(Uri address, Exception error) => error switch
    {
        OperationCanceledException => (Outcome.Network,
            $"{address.Host} did not send the page within {PageFetcher.Timeout.TotalSeconds:N0} seconds."),
        InvalidDataException => (Outcome.CouldNotCheck,
            $"The content from {address.Host} is not encoded as its headers say, or as nobody asked for."),
        IOException => (Outcome.CouldNotCheck, $"{address.Host} broke off before the page was complete."),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => (Outcome.Network,
            $"The name {address.Host} can't be resolved; check the network."),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => (Outcome.Network,
            $"No secure connection to {address.Host} could be made."),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => (Outcome.Network,
            $"No connection to {address.Host} could be made."),
        _ => (Outcome.Network, $"{address.Host} sent no response that can be read."),
    };

    /// <summary>The body; null if it is larger than what is read.</summary>
    /// <exception cref="InvalidDataException">It is packed, which was not asked for.</exception>
    private static async Task<byte[]?> ReadBodyAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentEncoding.Any(name => name != "identity"))
        {
            throw new InvalidDataException();
        }

        if (content.Headers.ContentLength > PageLimits.LoadBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        await using var source = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[81_920];
        for (int count; (count = await source.ReadAsync(buffer, cancellation)) > 0;)
        {
            body.Write(buffer, 0, count);
            if (body.Length > PageLimits.LoadBytes)
            {
                return null;
            }
        }

        return body.ToArray();
    }
}
