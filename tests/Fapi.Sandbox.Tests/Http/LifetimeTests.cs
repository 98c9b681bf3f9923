using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Http;

[CollectionDefinition(nameof(LifetimeTests), DisableParallelization = true)]
[Collection(nameof(LifetimeTests))]
public sealed class LifetimeTests
{
    private static readonly int Cycles = Setting.Read("SANDBOX_CYCLES", 1_000);

    /// <summary>SANDBOX_CYCLES makes it longer.</summary>
    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Starting_and_stopping_leaves_no_port_thread_or_memory_behind()
    {
        await Cycle(20);
        var (threads, handles, memory) = Resources();
        var started = Stopwatch.StartNew();

        await Cycle(Cycles);

        var (threadsLeft, handlesLeft, memoryLeft) = Resources();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Cycles} cycles in {started.Elapsed.TotalSeconds:0.0} s, threads {threads} -> {threadsLeft}, "
            + $"handles {handles} -> {handlesLeft}, memory {memory / 1024} -> {memoryLeft / 1024} KB"));
        Assert.InRange(threadsLeft, 0, threads + 15);
        // A port that still listens is a handle; other processes may have taken ports that were freed.
        Assert.InRange(handlesLeft, 0, handles + 15);
        // About 1 KB for each server stays in a static cache of RandomDataGenerator, which WireMock fills and never
        // empties.
        Assert.InRange(memoryLeft, 0, memory + 1_000_000 + Cycles * 1_500L);
    }

    [Fact]
    public async Task Starting_takes_less_than_300_ms_after_the_first()
    {
        await Cycle(3);
        var times = new List<TimeSpan>();
        for (var i = 0; i < 11; i++)
        {
            var started = Stopwatch.StartNew();
            await using var exchange = SandboxExchange.Start();
            times.Add(started.Elapsed);
        }

        times.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"median {times[5].TotalMilliseconds} ms, longest {times[^1].TotalMilliseconds} ms");
        Assert.True(times[5] < TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public async Task A_taken_port_is_an_error_that_names_it_and_a_freed_one_can_be_used_again()
    {
        var first = SandboxExchange.Start();
        var port = first.BaseAddress.Port;

        var error = Assert.Throws<InvalidOperationException>(() => SandboxExchange.Start(o => o.Port = port));
        Assert.Contains(port.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);

        await first.DisposeAsync();
        await using var second = SandboxExchange.Start(o => o.Port = port);
        Assert.Equal(port, second.BaseAddress.Port);
    }

    [Fact]
    public async Task A_caller_has_one_budget_by_either_loopback_address()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "There is no IPv6 here.");
        var freed = SandboxExchange.Start();
        await freed.DisposeAsync();
        await using var exchange = SandboxExchange.Start(o => o.Port = freed.BaseAddress.Port);
        using var http = new HttpClient();

        foreach (var host in new[] { "127.0.0.1", "[::1]" })
        {
            using var response = await http.GetAsync(
                $"http://{host}:{exchange.BaseAddress.Port}{Caller.TimePath}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(2, exchange.UsedWeight);
    }

    [Fact]
    public async Task Only_the_loopback_interface_listens()
    {
        await using var exchange = SandboxExchange.Start();

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(l => l.Port == exchange.BaseAddress.Port);

        Assert.All(listeners, l => Assert.True(IPAddress.IsLoopback(l.Address)));
        Assert.Equal("127.0.0.1", exchange.BaseAddress.Host);
    }

    [Fact]
    public async Task After_disposing_nobody_responds()
    {
        var exchange = SandboxExchange.Start();
        await exchange.DisposeAsync();
        using var tcp = new TcpClient();

        await Assert.ThrowsAnyAsync<SocketException>(() => tcp.ConnectAsync(
            exchange.BaseAddress.Host, exchange.BaseAddress.Port, TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task Exchanges_at_once_do_not_disturb_each_other()
    {
        await Task.WhenAll(Enumerable.Range(1, 20).Select(async leverage =>
        {
            await using var exchange = SandboxExchange.Start();
            using var caller = new Caller(exchange);
            await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => caller.SetLeverageAsync(leverage: leverage)));
            Assert.Equal(leverage, exchange.Account.LeverageOf("BTCUSDT"));
            Assert.Equal(10, exchange.UsedWeight);
        }));
    }

    [Theory]
    [InlineData("Port")]
    [InlineData("WeightLimit")]
    [InlineData("RefusalsBeforeBan")]
    [InlineData("BanDuration")]
    [InlineData("RequestsKept")]
    public void An_option_out_of_range_is_named(string option)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => SandboxExchange.Start(o =>
        {
            var property = typeof(SandboxOptions).GetProperty(option)!;
            property.SetValue(o, property.PropertyType == typeof(TimeSpan) ? TimeSpan.Zero : -1);
        }));

        Assert.Contains($"SandboxOptions.{option}", error.Message, StringComparison.Ordinal);
    }

    private static async Task Cycle(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await using var exchange = SandboxExchange.Start();
            using var caller = new Caller(exchange);
            Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync()).Status);
        }
    }

    private static (int Threads, int Handles, long Memory) Resources()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return (process.Threads.Count, process.HandleCount, GC.GetTotalMemory(forceFullCollection: true));
    }
}
