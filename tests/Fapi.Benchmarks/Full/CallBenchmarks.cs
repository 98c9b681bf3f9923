using BenchmarkDotNet.Attributes;
using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Wire;

namespace Fapi.Benchmarks.Full;

/// <summary>One call of each client that signs with HMAC, answered in memory.</summary>
public class CallBenchmarks
{
    private readonly Keys _keys = new();
    private Subject? _subject;

    public static IEnumerable<string> Clients => CaseTable.All.Where(one => one.KeyKind == KeyKind.Hmac).Select(one => one.Name);

    [ParamsSource(nameof(Clients))]
    public string Client { get; set; } = "";

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var chosen = CaseTable.All.Single(one => one.Name == Client);
        await new WireCheck(_keys).RunAsync(chosen);
        _subject = chosen.Create(Place.InMemory(() => new InMemoryHandler(Bodies.Small)), _keys);
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _subject?.Dispose();
        _keys.Dispose();
    }

    [Benchmark]
    public Task Call() => _subject!.Call("BTCUSDT", 21);
}
