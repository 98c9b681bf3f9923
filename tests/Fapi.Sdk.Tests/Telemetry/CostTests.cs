using Fapi.Sdk.Calls;
using Fapi.Sdk.Telemetry;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Tests.Telemetry;

/// <summary>What telemetry costs in bytes. Alone, as listeners are the process's.</summary>
[Collection(nameof(Alone))]
public sealed class CostTests(ITestOutputHelper output)
{
    private static readonly Uri Address = new("http://127.0.0.1:1");

    private int _calls;

    [Fact]
    public async Task Telemetry_of_a_call_allocates_nothing_when_nobody_listens()
    {
        var telemetry = new ClientTelemetry(null, Address, null, []);
        var call = new Call(TimeProvider.System, CancellationToken.None);
        call.Begin(FapiOperations.ChangeInitialLeverage, TimeSpan.FromMinutes(1));
        call.Target.AddPath("/a").Add("b", 1L);
        using var signer = new Fapi.Sdk.Signing.HmacSha256Signer("secret");

        var bytes = await BytesAsync(() =>
        {
            using var span = telemetry.StartCall(call.Operation, call.Target);
            using var attempt = telemetry.StartAttempt(call.Info);
            telemetry.Signing(call.Operation, call.Target.Signed, signer);
            attempt.Responded(200, 1);
            telemetry.Done(call.Info, span, usedWeight: 1);
            return Task.CompletedTask;
        });

        Assert.Equal(0, bytes);
    }

    [Fact]
    public async Task Call_costs_no_byte_more_with_a_logger_at_warning_and_some_when_somebody_listens()
    {
        using var warnings = LoggerFactory.Create(
            logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new CollectedLogs()));
        using var silent = Client();
        using var logging = Client(warnings);

        var none = await BytesAsync(() => CallAsync(silent));
        var warning = await BytesAsync(() => CallAsync(logging));
        double metrics, all;
        using (new Listening(Address, spans: false))
        {
            metrics = await BytesAsync(() => CallAsync(silent));
        }

        using (new Listening(Address))
        {
            all = await BytesAsync(() => CallAsync(silent));
        }

        output.WriteLine(
            $"bytes a call: {none} without listeners, {warning} with a logger at Warning, {metrics} with metrics, "
                + $"{all} with metrics and spans");
        Assert.Equal(none, warning);
        Assert.InRange(metrics, none + 1, none + 2_000);
        Assert.InRange(all, metrics + 1_000, metrics + 6_000);
    }

    /// <summary>As long as any other and none like it, so that none waits for its stamp.</summary>
    private Task<InitialLeverage> CallAsync(FapiClient client) =>
        client.ChangeInitialLeverageAsync("BTCUSDT", 21, 10_000 + (_calls++ % 50_000));

    /// <summary>Bytes that one run allocates: the least of several rounds, as the platform itself compiles and grows
    /// pools now and then.</summary>
    private static async Task<double> BytesAsync(Func<Task> run)
    {
        const int runs = 200;
        var least = double.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < runs; i++)
            {
                var task = run();
                Assert.True(task.IsCompleted, "It has to stay on this thread to be measured.");
                await task;
            }

            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / (double)runs);
        }

        return least;
    }

    private static FapiClient Client(ILoggerFactory? loggers = null)
    {
        var options = TestClients.Options(Address);
        (options.LoggerFactory, options.Limits.WeightPerMinute) = (loggers, 1_000_000);
        return new FapiClient(new HttpClient(new SuccessHandler()), options);
    }

    private sealed class SuccessHandler : HttpMessageHandler
    {
        private static readonly byte[] Body = Encoding.UTF8.GetBytes(TestExchange.Success);

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Make());

        private static HttpResponseMessage Make() =>
            new() { Content = new ByteArrayContent(Body), Headers = { { "X-MBX-USED-WEIGHT-1M", "1" } } };
    }
}
