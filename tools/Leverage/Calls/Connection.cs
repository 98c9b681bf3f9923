namespace Fapi.Leverage.Tool.Calls;

/// <summary>Calls an exchange through the SDK as any app would, and keeps what was sent.</summary>
/// <param name="exchange">The exchange; stays the caller's.</param>
/// <param name="order">The change that the user asked for; null where it is none of a single leverage.</param>
internal sealed class Connection(ChosenExchange exchange, LeverageOrder? order = null)
    : DelegatingHandler(FapiHttpHandler.Create())
{
    private HttpMessageInvoker? _http;
    private FapiClient? _client;
    private int _attempts;

    internal ChosenExchange Exchange => exchange;

    internal LeverageOrder? Order => order;

    /// <summary>The latest request that was made ready; null before the first.</summary>
    internal SentRequest? Sent { get; private set; }

    /// <summary>Requests that were made ready.</summary>
    internal int Attempts => _attempts;

    /// <exception cref="CallFailedException">It failed, or the options of the exchange are wrong.</exception>
    internal async Task<T> RunAsync<T>(Func<IFapiClient, Task<T>> call)
    {
        try
        {
            _client ??= new FapiClient(_http ??= new HttpMessageInvoker(this, disposeHandler: false), exchange.Options);
            return await call(_client);
        }
        catch (Exception e)
        {
            throw new CallFailedException(this, e);
        }
    }

    /// <summary>Notes the request, and lets it pass unless this is a dry run.</summary>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent = SentRequest.From(request);
        Interlocked.Increment(ref _attempts);
        return order is { IsDryRun: true } ? throw new DryRunException() : base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _client?.Dispose();
        _http?.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Ends a dry run where the request would have left the process.</summary>
internal sealed class DryRunException : Exception;

/// <summary>Thrown when a call fails: what the SDK threw, and the connection, which knows what was sent.</summary>
internal sealed class CallFailedException(Connection connection, Exception cause) : Exception(cause.Message, cause)
{
    internal Connection Connection => connection;

    /// <summary>Words a sentence by the user's cap, and adds the proxy when no response came through it.</summary>
    internal string Tell(string sentence) => connection.Exchange.NameCap(sentence)
        + (connection.Sent is not null && InnerException is FapiException { StatusCode: null }
            && connection.Exchange.Proxy is { } proxy ? $" {proxy}" : "");
}
