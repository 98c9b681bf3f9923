namespace Fapi.Leverage.Tool.Calls;

/// <summary>Notes the request, and lets it pass unless this is a dry run.</summary>
internal sealed class ShowingHandler(HttpMessageHandler inner, bool isDryRun) : DelegatingHandler(inner)
{
    private int _count;

    /// <summary>The latest request; null before the first.</summary>
    internal SentRequest? Sent { get; private set; }

    /// <summary>Requests so far.</summary>
    internal int Count => _count;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent = SentRequest.From(request);
        Interlocked.Increment(ref _count);
        return isDryRun ? throw new DryRunException() : base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Ends a dry run where the request would have left the process.</summary>
internal sealed class DryRunException : Exception;
