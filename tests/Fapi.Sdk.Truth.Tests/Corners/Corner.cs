using Fapi.Sdk.Options;
using Fapi.Sdk.Truth.Tests.Faults;
using Fapi.Sdk.Truth.Tests.Wire;

namespace Fapi.Sdk.Truth.Tests.Corners;

/// <summary>One client and an exchange that meets its leverage calls with faults, in order, the last for
/// ever.</summary>
internal sealed class Corner : IDisposable
{
    internal const string ApiKey = "CORNERKEYvmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y";
    private const string Secret = "CORNERSECRETNhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvq";
    private int _met = -1;

    internal Corner(params Fault?[] faults)
        : this(null, null, faults)
    {
    }

    internal Corner(
        Action<FapiClientOptions>? configure,
        Func<HttpMessageHandler, HttpMessageHandler>? wrap,
        params Fault?[] faults)
    {
        Exchange = new RawExchange(Time);
        Exchange.Keys[ApiKey] = Secret;
        Exchange.Plan = request => request.Path == RawExchange.TimePath
            ? (TimeFault, false)
            : (faults.Length == 0 ? null : faults[Math.Min(Interlocked.Increment(ref _met), faults.Length - 1)], true);
        var options = new FapiClientOptions
        {
            BaseAddress = Exchange.BaseAddress,
            ApiKey = ApiKey,
            ApiSecret = Secret,
            TimeProvider = Time,
            Retry = { MaxAttempts = 1 },
        };
        configure?.Invoke(options);
        var handler = FapiHttpHandler.Create();
        Client = new FapiClient(new HttpMessageInvoker(wrap?.Invoke(handler) ?? handler), options);
    }

    internal PumpedTime Time { get; } = new();

    internal RawExchange Exchange { get; }

    internal FapiClient Client { get; }

    /// <summary>Fault of a request for the time; null for the usual response.</summary>
    internal Fault? TimeFault { get; set; }

    /// <summary>Number of leverage calls that have arrived.</summary>
    internal int Arrived => Exchange.Ledger.Arrivals.Count(arrival => arrival.Request.Path == RawExchange.LeveragePath);

    /// <summary>Sets BTCUSDT to 21 while time passes, and tells how that failed; null when it did not.</summary>
    internal async Task<Exception?> SetAsync(CancellationToken cancellationToken = default)
    {
        var call = Client.ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: cancellationToken);
        return await Record.ExceptionAsync(() => Time.PassUntilAsync(call, () => null));
    }

    internal async Task<FapiException> FailAsync() => Assert.IsType<FapiException>(await SetAsync());

    public void Dispose()
    {
        Client.Dispose();
        Exchange.Dispose();
    }
}
