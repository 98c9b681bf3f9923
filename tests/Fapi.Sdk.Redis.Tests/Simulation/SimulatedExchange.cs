using System.Net;
using Fapi.Sdk.Redis.Tests.Wire;

namespace Fapi.Sdk.Redis.Tests.Simulation;

/// <summary>An exchange in memory, which counts by the time of the simulation.</summary>
internal sealed class SimulatedExchange(TimeProvider time)
{
    internal static readonly TimeSpan Way = TimeSpan.FromSeconds(5);

    private readonly object _lock = new();
    private readonly List<Arrival> _arrivals = [];
    private readonly long _start = time.GetTimestamp();

    internal TimeSpan Now => time.GetElapsedTime(_start);

    internal Arrivals Arrivals
    {
        get
        {
            lock (_lock)
            {
                return new Arrivals([.. _arrivals], TimeSpan.Zero);
            }
        }
    }

    /// <summary>Refuses the next request when its response has come its way: nobody may send for so long.</summary>
    internal (bool IsBan, TimeSpan Duration)? RefuseNext { get; set; }

    internal bool HasRefused { get; private set; }

    /// <summary>The way of a process to it.</summary>
    internal HttpMessageHandler ConnectionOf(string process, TimeProvider clock) =>
        new Connection(this, process, clock);

    private async Task<HttpResponseMessage> RespondAsync(string process, TimeProvider clock)
    {
        (bool IsBan, TimeSpan Duration)? refusal;
        lock (_lock)
        {
            _arrivals.Add(new Arrival(Now, process));
            (refusal, RefuseNext) = (RefuseNext, null);
        }

        if (refusal is not var (isBan, duration))
        {
            return Response(
                HttpStatusCode.OK, """{"leverage":21,"maxNotionalValue":"1000000","symbol":"BTCUSDT"}""");
        }

        await Task.Delay(Way, clock);
        HasRefused = true;
        var response = Response(
            isBan ? (HttpStatusCode)418 : HttpStatusCode.TooManyRequests,
            """{"code":-1003,"msg":"Too many requests."}""");
        response.Headers.Add(
            "Retry-After", string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0}"));
        return response;
    }

    private static HttpResponseMessage Response(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class Connection(SimulatedExchange exchange, string process, TimeProvider clock) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) => exchange.RespondAsync(process, clock);
    }
}
