using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>A client with its safeguards on, on fake time; can also make its call as one whose repeat is harmful, which the spec has none of.</summary>
internal sealed class ReliableClient(Uri baseAddress, SteppingTime time, Action<FapiClientOptions>? configure = null)
    : FapiClient(new HttpClient(FapiHttpHandler.Create()), Options(baseAddress, time, configure))
{
    private static readonly FapiOperation HarmfulToRepeat = new("changeOnce", "POST", "/fapi/v1/leverage", "TRADE", 1, isIdempotent: false, acceptsRecvWindow: true);

    internal Task<InitialLeverage> SetAsync(CancellationToken cancellationToken = default) =>
        ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: cancellationToken);

    internal Task<InitialLeverage> SetOnceAsync()
    {
        var call = NewCall(HarmfulToRepeat);
        call.Target.AddPath(HarmfulToRepeat.Path).Add("symbol", "BTCUSDT").Add("leverage", 21);
        return SendAsync(call, InitialLeverage._responseType, CancellationToken.None);
    }

    private static FapiClientOptions Options(Uri baseAddress, SteppingTime time, Action<FapiClientOptions>? configure)
    {
        var options = new FapiClientOptions
        {
            BaseAddress = baseAddress,
            ApiKey = TestClients.ApiKey,
            ApiSecret = TestClients.Secret,
            TimeProvider = time,
            // Far off: fake time passes while the network works.
            Retry = { AttemptTimeout = TimeSpan.FromMinutes(10), CallTimeout = TimeSpan.FromHours(1) },
        };
        configure?.Invoke(options);
        return options;
    }
}
