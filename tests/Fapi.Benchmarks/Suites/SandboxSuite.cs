using Fapi.Benchmarks.Clients;
using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Sandbox;

namespace Fapi.Benchmarks.Suites;

/// <summary>Leverage calls a second of the sandbox, with checking on, caller and sandbox on the same cores.</summary>
internal sealed class SandboxSuite : ISuite
{
    private const int Callers = 8;

    // A web server and its JSON: more code to compile than the rounds before the first that counts get through.
    private const int WarmUpCalls = 8_000;

    public string Name => "sandbox";

    public async Task<IReadOnlyList<Group>> RunAsync(Keys keys)
    {
        await using var exchange = SandboxExchange.Start(options => options.WeightLimit = int.MaxValue);
        var place = Place.Loopback(exchange.BaseAddress);
        using var http = new HttpClient(place.Handler());
        using var client = new FloorClient(http, place.Address, exchange.Account.Hmac.ApiKey, exchange.Account.Hmac.Secret);
        using var subject = Subject.Create((symbol, leverage) => client.ChangeInitialLeverageAsync(symbol, leverage), response => response);
        subject.Run(WarmUpCalls, Callers);
        var measured = new Interleaved(rounds: 12, TimeSpan.FromMilliseconds(100)).Measure(new Work("leverage call to the sandbox", calls => subject.Run(calls, Callers)))[0];
        return [new Group(
            $"Sandbox exchange with contract check, {Callers} callers in its process",
            [new Row(measured.Name, measured.Nanoseconds.Median, measured.Nanoseconds.Noise, measured.Bytes.Median)],
            Target.AtLeast("sandbox, calls a second with checking on", measured.Nanoseconds.Select(time => 1e9 / time), 3000, "/s"))];
    }
}
