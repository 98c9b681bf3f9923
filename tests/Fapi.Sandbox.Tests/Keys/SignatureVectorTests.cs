using NSec.Cryptography;

namespace Fapi.Sandbox.Tests.Keys;

public sealed class SignatureVectorTests
{
    [Theory]
    [InlineData("secretKey", "timestamp=1736393892000symbol=BTCUSDT&leverage=1",
        "155331b13264bb9a61c6964e6f7a237b2a5348d3edfa097b2c3d30a014c2637b")]
    [InlineData("secretKey", "symbol=BTCUSDT&recvWindow=5000&timestamp=1736393892000",
        "5e7e1313cde51a8386d885dd02bf6a7f4f4cd7f28dce6810d75c97af7836b3bb")]
    [InlineData("2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000"
        + "&timestamp=1591702613943",
        "3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9")]
    [InlineData("NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j",
        "symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT"
        + "&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559",
        "e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3")]
    public void Hmac_vectors_of_the_exchange_are_accepted_in_either_case_and_nothing_near_them(
        string secret, string text, string signature)
    {
        var key = SandboxKey.FromSecret("api", secret);
        var bytes = Encoding.ASCII.GetBytes(text);

        Assert.True(key.Verify(bytes, signature));
        Assert.True(key.Verify(bytes, signature.ToUpperInvariant()));
        Assert.False(key.Verify(bytes, Flip(signature)));
        Assert.False(key.Verify(bytes, signature[..^2]));
        Assert.False(key.Verify(bytes, signature + "00"));
        Assert.False(key.Verify([.. bytes, (byte)'&'], signature));
        Assert.False(SandboxKey.FromSecret("api", secret + "x").Verify(bytes, signature));
    }

    [Fact]
    public void An_HMAC_signature_without_its_last_zero_is_refused()
    {
        var key = SandboxKey.FromSecret("api", "secretKey");
        var (text, signature) = Enumerable.Range(0, 100_000)
            .Select(i => $"timestamp={i}").Select(t => (Text: t, Signature: Support.Caller.Sign(key, t)))
            .First(s => s.Signature.EndsWith("00", StringComparison.Ordinal));

        Assert.True(key.Verify(Encoding.ASCII.GetBytes(text), signature));
        Assert.False(key.Verify(Encoding.ASCII.GetBytes(text), signature[..^2]));
    }

    // RFC 8032, section 7.1, tests 1 to 3: public key, message, signature.
    [Theory]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Ed25519_vectors_of_the_RFC_are_accepted_and_nothing_near_them(
        string publicKey, string message, string signature)
    {
        var pem = Encoding.ASCII.GetString(PublicKey
            .Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(publicKey), KeyBlobFormat.RawPublicKey)
            .Export(KeyBlobFormat.PkixPublicKeyText));
        var key = SandboxKey.FromPublicKey(SandboxKeyKind.Ed25519, "api", pem);
        var bytes = Convert.FromHexString(message);

        Assert.True(key.Verify(bytes, Base64(signature)));
        Assert.False(key.Verify(bytes, Base64(Flip(signature))));
        Assert.False(key.Verify([.. bytes, 0], Base64(signature)));
        Assert.False(key.Verify(bytes, signature));
        Assert.False(key.Verify(bytes, Base64(signature[..^2])));
        Assert.False(key.Verify(bytes, Base64(signature + "00")));
    }

    [Theory]
    [InlineData(SandboxKeyKind.Rsa)]
    [InlineData(SandboxKeyKind.Ed25519)]
    public async Task A_made_key_signs_what_its_exchange_accepts_and_another_key_does_not(SandboxKeyKind kind)
    {
        await using var exchange = SandboxExchange.Start();
        var other = exchange.AddAccount("other");
        var (own, foreign) = kind == SandboxKeyKind.Rsa
            ? (exchange.Account.Rsa, other.Rsa)
            : (exchange.Account.Ed25519, other.Ed25519);
        var bytes = "symbol=BTCUSDT&timestamp=1"u8.ToArray();
        var signature = Support.Caller.Sign(own, Encoding.ASCII.GetString(bytes));

        Assert.True(own.Verify(bytes, signature));
        Assert.False(foreign.Verify(bytes, signature));
        Assert.False(own.Verify("symbol=BTCUSDT&timestamp=2"u8, signature));
        Assert.False(own.Verify(bytes, "not base64!"));
        Assert.False(own.Verify(bytes, ""));
    }

    private static string Flip(string hex) => string.Create(CultureInfo.InvariantCulture,
        $"{hex[..10]}{(hex[10] == '0' ? '1' : '0')}{hex[11..]}");

    private static string Base64(string hex) => Convert.ToBase64String(Convert.FromHexString(hex));
}
