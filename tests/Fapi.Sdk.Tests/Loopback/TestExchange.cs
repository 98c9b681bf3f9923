using Fapi.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sdk.Tests.Loopback;

/// <summary>Sandboxes that know the key of <see cref="TestClients"/>, and what the tests make of them.</summary>
internal static class TestExchange
{
    internal const string Success = """{"leverage":21,"maxNotionalValue":"1000000","symbol":"BTCUSDT"}""";

    /// <summary>A response of success, word for word.</summary>
    internal static Fault Ok(string body = Success) => Fault.Response(200, body);

    /// <summary>No response, however long one waits.</summary>
    internal static Fault Silence { get; } = Fault.SlowHeaders(TimeSpan.FromDays(1));

    /// <summary>An exchange whose clock stands still; its first requests meet the faults, the others are answered as
    /// they deserve.</summary>
    internal static SandboxExchange Start(params Fault[] faults) =>
        Start(new FakeTimeProvider(TestClients.Now), faults);

    internal static SandboxExchange Start(TimeProvider time, params Fault[] faults)
    {
        var exchange = SandboxExchange.Start(options => options.TimeProvider = time);
        exchange.Account.AddKey(SandboxKey.FromSecret(TestClients.ApiKey, TestClients.Secret));
        foreach (var fault in faults)
        {
            exchange.Faults.Next(fault);
        }

        return exchange;
    }

    /// <summary>From now on every request meets the fault.</summary>
    internal static SandboxExchange Always(this SandboxExchange exchange, Fault fault)
    {
        exchange.Faults.Always(fault);
        return exchange;
    }

    /// <summary>The target of each request, byte for byte.</summary>
    internal static IReadOnlyList<string> Targets(this SandboxExchange exchange) =>
        [.. exchange.Requests.Select(request => request.Request.Target)];

    /// <summary>The value of a parameter as it was sent.</summary>
    internal static string Parameter(string target, string name) => target.Split($"{name}=")[1].Split('&')[0];

    internal static long Timestamp(string target) =>
        long.Parse(Parameter(target, "timestamp"), System.Globalization.CultureInfo.InvariantCulture);
}
