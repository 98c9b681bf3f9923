using System.IO.Compression;
using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Tests.Support;

namespace Fapi.Sdk.Tests.Requests;

/// <summary>A response costs what it is worth. Alone, as memory is the process's.</summary>
[Collection(nameof(Alone))]
public sealed class ResponseSizeTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(502)]
    public async Task Small_response_that_opens_to_a_large_one_is_read_up_to_a_limit(int status)
    {
        var packed = Packed(64 << 20);
        await using var exchange = TestExchange.Start(
            Fault.Response(status, packed, ("Content-Encoding", "gzip")),
            Fault.Response(status, packed, ("Content-Encoding", "gzip")));
        using var client = TestClients.Of(exchange);
        await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var error = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 30 << 20);
        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.InRange(error.RawBody!.Length, 1, 65_536);
        Assert.Equal(status == 200, error.Message.Contains("longer than 1048576 bytes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1 << 20, false)]
    [InlineData(4 << 20, true)]
    public async Task Operation_may_have_a_limit_of_its_own(int limit, bool isRead)
    {
        var body = $$"""{"serverTime":1,"more":"{{new string('x', 2 << 20)}}"}""";
        using var client = new LimitedClient(new StubHandler(_ => StubHandler.Json(200, body)), limit);

        var error = await Record.ExceptionAsync(client.ReadAsync);

        Assert.Equal(isRead, error is null);
    }

    [Fact]
    public async Task Memory_of_a_burst_is_given_back()
    {
        var go = new TaskCompletionSource();
        using var http = new HttpMessageInvoker(new StubHandler(async (_, _, _) =>
        {
            await go.Task;
            return StubHandler.Json(200, TestExchange.Success);
        }));
        var options = TestClients.Options(new Uri("http://127.0.0.1:1"));
        options.Limits.Enabled = false;
        using var client = new FapiClient(http, options);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await BurstAsync();

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 5 << 20);

        async Task BurstAsync()
        {
            var calls = Enumerable.Range(1, 10_000)
                .Select(recvWindow => client.ChangeInitialLeverageAsync("BTCUSDT", 21, recvWindow)).ToList();
            go.SetResult();
            await Task.WhenAll(calls);
        }
    }

    private static byte[] Packed(int length)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(new string(' ', length)));
        }

        return packed.ToArray();
    }

    private sealed class LimitedClient(StubHandler handler, int limit)
        : FapiClient(new HttpMessageInvoker(handler), TestClients.Options(new Uri("http://127.0.0.1:1")))
    {
        private readonly FapiOperation _operation = new(
            "readMuch", "GET", "/fapi/v1/much", "NONE", 1, isIdempotent: true, acceptsRecvWindow: false,
            maxResponseBytes: limit);

        internal Task<ExchangeTime> ReadAsync()
        {
            var call = NewCall(_operation);
            call.Target.AddPath(_operation.Path);
            return SendAsync(call, ExchangeTime._responseType, CancellationToken.None);
        }
    }
}
