using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sdk.Tests.Loopback;

internal static class TestClients
{
    internal const string ApiKey = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    internal const string Secret = "secretKey";

    internal static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1736393892000);

    /// <summary>Options that make one attempt, on a clock that stands still.</summary>
    internal static FapiClientOptions Options(Uri baseAddress) => new()
    {
        BaseAddress = baseAddress,
        ApiKey = ApiKey,
        ApiSecret = Secret,
        TimeProvider = new FakeTimeProvider(Now),
        Retry = { MaxAttempts = 1 },
        Time = { Sync = TimeSync.Never },
    };

    internal static FapiClient Of(SandboxExchange exchange, Action<FapiClientOptions>? configure = null)
    {
        var options = Options(exchange.BaseAddress);
        configure?.Invoke(options);
        return new FapiClient(new HttpMessageInvoker(FapiHttpHandler.Create()), options);
    }
}
