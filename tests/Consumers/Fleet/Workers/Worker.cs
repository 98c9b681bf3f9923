using System.Runtime.InteropServices;
using System.Text.Json;
using Fapi.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fleet.Workers;

/// <summary>One process of the fleet: calls as fast as it may, from the line <see cref="Go"/> on, until its input ends,
/// and reports.</summary>
internal sealed class Worker : IAsyncDisposable
{
    internal const string Command = "worker";
    internal const string Ready = "ready";
    internal const string Go = "go";

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(50);

    private readonly WorkerSettings _settings;
    private readonly Tally _tally = new();
    private readonly ServiceProvider _services;
    private readonly IFapiClient _client;

    private Worker(WorkerSettings settings)
    {
        _settings = settings;
        var services = new ServiceCollection();
        var time = new ShiftedTime(settings.ClockShift);
        services.AddSingleton<TimeProvider>(time);
        services.AddLogging(logging => logging.AddProvider(_tally));
        services.AddFapiClient(options =>
        {
            (options.BaseAddress, options.ApiKey, options.ApiSecret) =
                (settings.BaseAddress, settings.ApiKey, settings.Secret);
            options.TimeProvider = time;
            options.Limits.WeightPerMinute = settings.WeightPerMinute;
            options.Limits.MaxWait = settings.MaxWait;
            options.Retry.CallTimeout = settings.CallTimeout;
            options.Retry.AttemptTimeout = settings.CallTimeout < options.Retry.AttemptTimeout
                ? settings.CallTimeout : options.Retry.AttemptTimeout;
        });
        if (settings.Redis is not null)
        {
            services.AddFapiRedisBudget(options =>
                (options.Configuration, options.Scope, options.Processes, options.Timeout) =
                    (settings.Redis, WorkerSettings.SharedScope, settings.Processes, settings.RedisTimeout));
        }

        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<IFapiClient>();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _tally.Dispose();
    }

    /// <summary>Entry point of the process.</summary>
    internal static async Task<int> RunAsync(TextReader input, TextWriter output)
    {
        // Ctrl+C goes to all processes of a terminal; the one that has started this one ends it.
        using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        var settings = JsonSerializer.Deserialize<WorkerSettings>((await input.ReadLineAsync())!)!;
        await using var worker = new Worker(settings);
        await output.WriteLineAsync(Ready);
        if (await input.ReadLineAsync() != Go)
        {
            return 1;
        }

        using var stop = new CancellationTokenSource();
        Task[] tasks = [
            .. Enumerable.Range(0, worker._settings.Tasks).Select(_ => Task.Run(() => worker.CallAsync(stop.Token))),
            worker.ReportAsync(output, stop.Token)];
        await input.ReadToEndAsync(CancellationToken.None);
        await stop.CancelAsync();
        await Task.WhenAll(tasks);
        await worker.WriteAsync(output, isLast: true);
        return 0;
    }

    private async Task CallAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var start = TimeProvider.System.GetTimestamp();
            Exception? failure = null;
            try
            {
                await _client.ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: stop);
            }
            catch (Exception e) when (e is FapiException or OperationCanceledException)
            {
                failure = e;
            }

            if (stop.IsCancellationRequested)
            {
                return;
            }

            _tally.Add(failure, TimeProvider.System.GetElapsedTime(start));
            await PauseAsync(failure is null ? _settings.Pause : _settings.Pause + PauseAfterFailure, stop);
        }
    }

    private async Task ReportAsync(TextWriter output, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await WriteAsync(output, isLast: false);
            var start = TimeProvider.System.GetTimestamp();
            await PauseAsync(_settings.ReportEvery, stop);
            _tally.AddLag(TimeProvider.System.GetElapsedTime(start) - _settings.ReportEvery);
        }
    }

    private Task WriteAsync(TextWriter output, bool isLast) =>
        output.WriteLineAsync(JsonSerializer.Serialize(_tally.Report() with { IsLast = isLast }));

    private static async Task PauseAsync(TimeSpan pause, CancellationToken stop) =>
        await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private sealed class ShiftedTime(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }
}
