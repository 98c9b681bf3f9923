namespace Fapi.Leverage.Tool.Calls;

/// <summary>Calls an exchange through the SDK as any app would, and keeps what was sent.</summary>
/// <param name="order">The change that the user asked for, to tell of when a call fails.</param>
internal sealed class Connection(ChosenExchange exchange, LeverageOrder? order = null) : IDisposable
{
    private readonly ShowingHandler _handler = new(FapiHttpHandler.Create(), order is { IsDryRun: true });
    private HttpMessageInvoker? _http;
    private FapiClient? _client;

    /// <summary>The latest request; null before the first.</summary>
    internal SentRequest? Sent => _handler.Sent;

    /// <exception cref="CallFailedException">It failed, or the options of the exchange are wrong.</exception>
    internal async Task<T> RunAsync<T>(Func<IFapiClient, Task<T>> call)
    {
        try
        {
            _client ??= new FapiClient(_http ??= new HttpMessageInvoker(_handler), exchange.Options);
            return await call(_client);
        }
        catch (Exception e)
        {
            throw new CallFailedException(exchange, order, _handler.Sent, _handler.Count, e);
        }
    }

    public void Dispose()
    {
        _client?.Dispose();
        _http?.Dispose();
        _handler.Dispose();
    }
}
