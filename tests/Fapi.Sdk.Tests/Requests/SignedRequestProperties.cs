using System.Security.Cryptography;
using CsCheck;
using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Requests;

/// <summary>Whatever is asked for, what arrives is what was asked for, signed as the exchange checks it; or nothing
/// arrives.</summary>
public sealed class SignedRequestProperties : IAsyncDisposable
{
    private static readonly Gen<string> Character = Gen.OneOf(
        Gen.Char['A', 'Z'].Select(c => c.ToString()),
        Gen.Char[' ', '~'].Select(c => c.ToString()),
        Gen.Char['\u0000', '\uD7FF'].Select(c => c.ToString()),
        Gen.Int[0x1_0000, 0x10_FFFF].Select(char.ConvertFromUtf32));

    private static readonly Gen<string> Symbol = Character.Array[1, 20].Select(string.Concat);

    private readonly SandboxExchange _exchange = TestExchange.Start().Always(TestExchange.Ok());

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Fact]
    public async Task Any_symbol_in_any_script_arrives_signed()
    {
        var client = TestClients.Of(_exchange);

        await Gen.Select(Symbol, Gen.Int[1, 125], Gen.Long[1, 60_000].Nullable()).SampleAsync(
            async (symbol, leverage, recvWindow) =>
            {
                // What is answered is for another symbol, which is an error of its own.
                await Record.ExceptionAsync(() => client.ChangeInitialLeverageAsync(symbol, leverage, recvWindow));

                var target = _exchange.Requests[^1].Request.Target;
                AssertSigned(target);
                var expected = recvWindow is null
                    ? new[] { ("symbol", symbol), ("leverage", $"{leverage}") }
                    : [("symbol", symbol), ("leverage", $"{leverage}"), ("recvWindow", $"{recvWindow}")];
                Assert.Equal(expected, Parameters(target).SkipLast(2));

                // The clock stands, so that stamps of 500 requests rise.
                var (name, stamp) = Parameters(target).SkipLast(1).Last();
                Assert.Equal("timestamp", name);
                Assert.InRange(long.Parse(stamp, CultureInfo.InvariantCulture), 1736393892000, 1736393892999);
            },
            iter: 500,
            threads: 1);
    }

    [Fact]
    public async Task Nothing_outside_of_the_bounds_is_sent()
    {
        var client = TestClients.Of(_exchange);

        await Gen.Select(Gen.Int[-300, 300], Gen.Long[-10_000, 90_000]).SampleAsync(
            async (leverage, recvWindow) =>
            {
                var before = _exchange.Requests.Count;
                if (leverage is >= 1 and <= 125 && recvWindow is >= 1 and <= 60_000)
                {
                    await Record.ExceptionAsync(
                        () => client.ChangeInitialLeverageAsync("BTCUSDT", leverage, recvWindow));
                    Assert.Equal(before + 1, _exchange.Requests.Count);
                }
                else
                {
                    await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
                        () => client.ChangeInitialLeverageAsync("BTCUSDT", leverage, recvWindow));
                    Assert.Equal(before, _exchange.Requests.Count);
                }
            },
            iter: 500,
            threads: 1);
    }

    /// <summary>Recomputed over the received text, by nothing of the SDK.</summary>
    private static void AssertSigned(string target)
    {
        var query = target[(target.IndexOf('?', StringComparison.Ordinal) + 1)..];
        var parts = query.Split("&signature=");
        var expected = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(TestClients.Secret), Encoding.Latin1.GetBytes(parts[0]));
        Assert.Equal(Convert.ToHexStringLower(expected), parts[1]);
    }

    private static IEnumerable<(string Name, string Value)> Parameters(string target) =>
        target[(target.IndexOf('?', StringComparison.Ordinal) + 1)..]
            .Split('&')
            .Select(pair => pair.Split('='))
            .Select(pair => (pair[0], Uri.UnescapeDataString(pair[1])));
}
