using BenchmarkDotNet.Attributes;
using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Wire;

namespace Fapi.Benchmarks.Full;

/// <summary>One call after the other over a real connection, to a server in a process of its own.</summary>
public class LoopbackBenchmarks : ClientBenchmarks
{
    private ServerProcess? _server;

    [Benchmark]
    public Task Call() => Subject.Call("BTCUSDT", 21);

    [GlobalCleanup]
    public override async Task CleanUpAsync()
    {
        await base.CleanUpAsync();
        await _server!.DisposeAsync();
    }

    private protected override async Task<Place> PlaceAsync()
    {
        _server = await ServerProcess.StartAsync();
        return Place.Loopback(_server.Address);
    }
}
