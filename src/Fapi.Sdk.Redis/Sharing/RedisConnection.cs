using StackExchange.Redis;

namespace Fapi.Sdk.Redis.Sharing;

/// <summary>Connection to Redis, opened when it is first needed; one that the app gave stays the app's.</summary>
internal sealed class RedisConnection(RedisBudgetOptions options) : IAsyncDisposable
{
    // A process that lost Redis is back within two seconds of it.
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(250);

    private readonly object _lock = new();
    private Task<IConnectionMultiplexer>? _connection;

    /// <summary>Raised when the connection was lost or is back.</summary>
    internal event Action? Changed;

    internal Task<IConnectionMultiplexer> GetAsync()
    {
        lock (_lock)
        {
            return _connection is null or { IsFaulted: true } ? _connection = OpenAsync() : _connection;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (options.Connection is null && _connection is { IsFaulted: false } connection)
        {
            await (await connection.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<IConnectionMultiplexer> OpenAsync()
    {
        var connection = options.Connection
            ?? await ConnectionMultiplexer.ConnectAsync(Settings(options)).ConfigureAwait(false);
        connection.ConnectionFailed += (_, _) => Changed?.Invoke();
        connection.ConnectionRestored += (_, _) => Changed?.Invoke();
        return connection;
    }

    private static ConfigurationOptions Settings(RedisBudgetOptions options)
    {
        var settings = ConfigurationOptions.Parse(options.Configuration!);
        settings.AbortOnConnectFail = false;
        // Further attempts are those of the heartbeat; the first would hold the connection back from all who ask.
        settings.ConnectRetry = 1;
        settings.BacklogPolicy = BacklogPolicy.FailFast;
        settings.AsyncTimeout = (int)options.Timeout.TotalMilliseconds;
        settings.ConnectTimeout = Math.Min(settings.ConnectTimeout, 1000);
        settings.ReconnectRetryPolicy = new LinearRetry((int)Retry.TotalMilliseconds);
        settings.HeartbeatInterval = Retry;
        return settings;
    }
}
