using BenchmarkDotNet.Attributes;
using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Wire;

namespace Fapi.Benchmarks.Full;

/// <summary>One call of each client that signs with HMAC, in memory.</summary>
/// <remarks>All calls together stay below the weight that the limits of a client take a minute at the most.</remarks>
[SimpleJob(warmupCount: 10, iterationCount: 30, invocationCount: 16_384)]
public class CallBenchmarks : ClientBenchmarks
{
    [Benchmark]
    public Task Call() => Subject.Call("BTCUSDT", 21);

    private protected override Task<Place> PlaceAsync() => Task.FromResult(Place.InMemory(() => new InMemoryHandler(Bodies.Small)));
}
