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
        request.Headers.TryAddWithoutValidation(
            "Accept", "text/html, text/markdown, application/yaml, application/json, text/plain;q=0.9");
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

    /// <exception cref="PageException">The response holds no page.</exception>
    public static async Task<PageContent> ReadAsync(
        HttpResponseMessage response, Uri asked, Uri current, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        var pause = response.Headers.RetryAfter is { } after ? $"; Retry-After: {after}" : "";
        if (status is < 200 or >= 300)
        {
            throw new PageException(status switch
            {
                401 or 403 or 418 or 429 or 451 =>
                    $"The site refused the page with {status} (firewall, login or rate limit{pause}).",
                404 or 410 => $"The site has no such page ({status}); it may have moved.",
                >= 500 => $"The site failed with {status}{pause}.",
                _ => $"The site responded {status}, which is no page.",
            }, status >= 500 ? Outcome.Network : Outcome.CouldNotCheck);
        }

        if (response.Content.Headers.ContentEncoding.Any(name => name != "identity"))
        {
            throw new PageException(
                $"The content from {asked.Host} is not encoded as its headers say, or as nobody asked for.");
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(PageLimits.LoadBytes, cancellation);
        }
        catch (HttpRequestException error)
        {
            throw new PageException(error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded
                ? $"The page has more than {PageLimits.LoadBytes:N0} bytes."
                : $"{asked.Host} broke off before the page was complete.");
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        return body.Length > 0 ? new PageContent(current.AbsoluteUri, body, asked) : throw new PageException(
            $"The site responded {status} without content; it may want a browser{pause}.");
    }

    public static string Describe(Uri address, Exception error) => error switch
    {
        PageException => error.Message,
        OperationCanceledException =>
            $"{address.Host} did not send the page within {PageFetcher.Timeout.TotalSeconds:N0} seconds.",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            $"The name {address.Host} can't be resolved; check the network.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"No secure connection to {address.Host} could be made.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
            $"No connection to {address.Host} could be made.",
        _ => $"{address.Host} sent no response that can be read.",
    };
}
