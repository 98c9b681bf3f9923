using BenchmarkDotNet.Attributes;
using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Wire;

namespace Fapi.Benchmarks.Full;

/// <summary>Benchmarks that are run with every client, after it was checked.</summary>
public abstract class ClientBenchmarks
{
    private readonly Keys _keys = new();

    public static IEnumerable<string> Clients =>
        CaseTable.All.Where(one => one.KeyKind == KeyKind.Hmac).Select(one => one.Name);

    [ParamsSource(nameof(Clients))]
    public string Client { get; set; } = "";

    private protected Subject Subject { get; private set; } = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var chosen = CaseTable.All.Single(one => one.Name == Client);
        await new WireCheck(_keys).RunAsync(chosen);
        Subject = chosen.Create(await PlaceAsync(), _keys);
    }

    [GlobalCleanup]
    public virtual async Task CleanUpAsync()
    {
        Subject.Dispose();
        _keys.Dispose();
        await Task.CompletedTask;
    }

    private protected abstract Task<Place> PlaceAsync();
}
