namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>The request for a page: only if it has changed, where a copy is at hand.</summary>
internal static class FetchRequest
{
    public static HttpRequestMessage Create(Uri address, CachedPage? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", "spec-check");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        request.Headers.TryAddWithoutValidation("Accept",
            "text/html, text/markdown, application/yaml, application/json, text/plain;q=0.9");
        if (Path.GetExtension(address.AbsolutePath) is ".yaml" or ".yml" or ".json")
        {
            // The portal gives its schema to those who come from its page, and an empty response to others.
            request.Headers.Referrer = new Uri(address, "../");
        }

        if (known?.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (known?.LastModified is { } date)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        }

        return request;
    }
}
