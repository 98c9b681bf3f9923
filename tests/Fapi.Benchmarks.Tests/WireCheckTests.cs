using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Clients;
using Fapi.Benchmarks.Wire;

namespace Fapi.Benchmarks.Tests;

public sealed class WireCheckTests : IDisposable
{
    private readonly Keys _keys = new();

    public static TheoryData<string> Names => [.. CaseTable.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Client_sends_the_right_bytes_and_reads_the_right_response(string name) =>
        new WireCheck(_keys).RunAsync(CaseTable.All.Single(one => one.Name == name));

    [Fact]
    public async Task Wrong_key_is_found()
    {
        using var others = new Keys();

        await FindsAsync("API key", place => CaseTable.Careful.Create(place, others));
    }

    [Fact]
    public Task Wrong_signature_is_found() => FindsAsync("signature", place => By(place, "wrong", symbol => symbol, response => response));

    [Fact]
    public Task Wrong_symbol_is_found() => FindsAsync("symbol", place => By(place, _keys.Secret, _ => "XRPUSDT", response => response));

    [Fact]
    public Task Response_that_was_not_read_is_found() =>
        FindsAsync("returned", place => By(place, _keys.Secret, symbol => symbol, _ => new LeverageResponse { Symbol = "BTCUSDT", Leverage = 21 }));

    public void Dispose() => _keys.Dispose();

    private static HttpClient Http(Place place) => new(place.Handler());

    private Subject By(Place place, string secret, Func<string, string> symbol, Func<LeverageResponse, LeverageResponse> response)
    {
        var http = Http(place);
        var client = new CarefulClient(http, place.Address, _keys.ApiKey, secret);
        return Subject.Create((given, leverage) => client.ChangeInitialLeverageAsync(symbol(given), leverage), response, http);
    }

    private async Task FindsAsync(string what, Func<Place, Subject> create)
    {
        var wrong = new Case("wrong", KeyKind.Hmac, (place, _) => create(place));

        var found = await Assert.ThrowsAsync<WireCheckException>(() => new WireCheck(_keys).RunAsync(wrong));

        Assert.Contains(what, found.Message, StringComparison.Ordinal);
    }
}
