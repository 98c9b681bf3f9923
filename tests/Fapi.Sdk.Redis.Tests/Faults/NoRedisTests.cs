using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Fapi.Sdk.Options;
using Fapi.Sdk.Redis.Tests.Simulation;
using Fapi.Sdk.Redis.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Redis.Tests.Faults;

/// <summary>A process that never reaches Redis.</summary>
public sealed class NoRedisTests : IAsyncDisposable
{
    private const int Limit = 240;
    private const int Processes = 4;
    private const string Password = "pass-w0rd-of-redis";

    private readonly RecordedLog _log = new();
    private readonly SimulatedExchange _exchange = new(TimeProvider.System);
    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);
    private ServiceProvider? _services;

    public async ValueTask DisposeAsync()
    {
        _silent.Dispose();
        _log.Dispose();
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }

    [Fact]
    public async Task Process_keeps_to_its_part_of_the_limit_and_says_so_once()
    {
        var client = ClientOf("127.0.0.1:1");

        var failures = await Task.WhenAll(Enumerable.Range(0, 2 * Limit).Select(_ => FailureOfAsync(client)));

        Assert.Equal(Limit / Processes, _exchange.Arrivals.Count);
        Assert.Equal(Limit / Processes, failures.Count(failure => failure is null));
        Assert.All(failures.OfType<FapiException>(), failure => Assert.Equal(FapiOutcome.RateLimited, failure.Outcome));
        Assert.Single(_log.Lines, line => line.Contains("RedisIsLost", StringComparison.Ordinal));
        var health = await ((FapiClient)client).CheckHealthAsync();
        Assert.Contains("1 of 4", health.BudgetTrouble!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_stands_in_no_log_and_no_exception()
    {
        var client = ClientOf($"127.0.0.1:1,user=fleet,password={Password}");

        var failures = await Task.WhenAll(Enumerable.Range(0, 2 * Limit).Select(_ => FailureOfAsync(client)));
        var health = await ((FapiClient)client).CheckHealthAsync();

        Assert.Contains(failures, failure => failure is not null);
        Assert.All(
            [.. _log.Lines, .. failures.Select(failure => $"{failure}"), health.ToString()],
            text => Assert.DoesNotContain(Password, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Silent_Redis_holds_a_call_no_longer_than_its_own_time()
    {
        _silent.Start();
        var client = ClientOf($"{_silent.LocalEndpoint}");
        var start = Stopwatch.GetTimestamp();

        var failure = await FailureOfAsync(
            client, new FapiCallOptions { CallTimeout = TimeSpan.FromMilliseconds(100) });

        Assert.NotNull(failure);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromMilliseconds(800));
        Assert.Equal(0, _exchange.Arrivals.Count);
    }

    private static async Task<Exception?> FailureOfAsync(IFapiClient client, FapiCallOptions? options = null)
    {
        try
        {
            await client.ChangeInitialLeverageAsync("BTCUSDT", 21, callOptions: options);
            return null;
        }
        catch (Exception e) when (e is FapiException or OperationCanceledException)
        {
            return e;
        }
    }

    private IFapiClient ClientOf(string redis)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        services.AddFapiClient(options =>
        {
            (options.BaseAddress, options.ApiKey, options.ApiSecret) =
                (new Uri("https://exchange.test"), "key", "secret");
            (options.Limits.WeightPerMinute, options.Limits.MaxWait) = (Limit, TimeSpan.Zero);
            options.Time.Sync = TimeSync.Never;
        }).ConfigurePrimaryHttpMessageHandler(() => _exchange.ConnectionOf("process", TimeProvider.System));
        services.AddFapiRedisBudget(options => (options.Configuration, options.Processes, options.Timeout) =
            (redis, Processes, TimeSpan.FromSeconds(5)));
        _services = services.BuildServiceProvider();
        return _services.GetRequiredService<IFapiClient>();
    }
}
