using Fapi.Sdk.Signing;

namespace Fapi.Sdk.Tests.Signing;

public sealed class HmacSha256SignerTests
{
    /// <summary>Vectors published by the exchange and its connector: secret, signed text, signature.</summary>
    public static TheoryData<string, string, string> Vectors => new()
    {
        { "secretKey", "timestamp=1736393892000symbol=BTCUSDT&leverage=1",
            "155331b13264bb9a61c6964e6f7a237b2a5348d3edfa097b2c3d30a014c2637b" },
        { "secretKey", "symbol=BTCUSDT&recvWindow=5000&timestamp=1736393892000",
            "5e7e1313cde51a8386d885dd02bf6a7f4f4cd7f28dce6810d75c97af7836b3bb" },
        {
            "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9",
            "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000&timestamp=1591702613943",
            "3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9"
        },
        {
            "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j",
            "symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559",
            "e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task Published_vectors_are_met(string secret, string text, string signature)
    {
        using var signer = new HmacSha256Signer(secret);

        Assert.Equal(signature, await signer.SignTextAsync(text));
        Assert.Equal(signature, await signer.SignTextAsync(text));
    }

    [Fact]
    public async Task Many_callers_at_once_get_their_own_signatures()
    {
        using var signer = new HmacSha256Signer("secretKey");
        var expected = Enumerable.Range(0, 50).ToDictionary(i => $"n={i}", i => Hmac($"n={i}"));

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 5000),
            TestContext.Current.CancellationToken,
            async (i, _) => Assert.Equal(expected[$"n={i % 50}"], await signer.SignTextAsync($"n={i % 50}")));

        static string Hmac(string text) => Convert.ToHexStringLower(
            System.Security.Cryptography.HMACSHA256.HashData(
                Encoding.UTF8.GetBytes("secretKey"), Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Empty_secret_is_refused(string secret) =>
        Assert.Throws<ArgumentException>(() => new HmacSha256Signer(secret));

    [Fact]
    public async Task Disposed_signer_signs_no_more()
    {
        var signer = new HmacSha256Signer("secretKey");
        signer.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => signer.SignTextAsync("a=1"));
    }
}
