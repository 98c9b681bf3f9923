using Fapi.Sandbox;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;

namespace Fapi.Sdk.Tests.Sandbox;

/// <summary>The SDK and an exchange that shares no code with it; every message is checked against the spec.</summary>
public sealed class AgainstSandboxTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start();

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Theory]
    [InlineData(SandboxKeyKind.Hmac)]
    [InlineData(SandboxKeyKind.Rsa)]
    [InlineData(SandboxKeyKind.Ed25519)]
    public async Task Leverage_is_changed_with_a_key_of_each_kind(SandboxKeyKind kind)
    {
        var client = Client(kind);

        var response = await client.ChangeInitialLeverageAsync("BTCUSDT", 42);

        Assert.Equal(42, response.Leverage);
        Assert.Equal(42, _exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Equal(1, client.UsedWeight);
        Assert.Empty(_exchange.Findings);
    }

    [Fact]
    public async Task Symbol_with_a_chinese_name_is_accepted()
    {
        var response = await Client(SandboxKeyKind.Hmac).ChangeInitialLeverageAsync("币安人生USDT", 5, 60_000);

        Assert.Equal("币安人生USDT", response.Symbol);
        Assert.Empty(_exchange.Findings);
    }

    [Fact]
    public async Task Leverage_beyond_the_brackets_of_a_symbol_is_refused()
    {
        _exchange.Symbols.Add("NEWUSDT", new LeverageBracket(20, 1_000_000));

        var error = await Assert.ThrowsAsync<FapiException>(
            () => Client(SandboxKeyKind.Hmac).ChangeInitialLeverageAsync("NEWUSDT", 21));

        Assert.Equal((FapiOutcome.Refused, (int?)FapiErrorCodes.InvalidLeverage), (error.Outcome, error.ExchangeCode));
    }

    [Fact]
    public async Task Wrong_secret_is_refused_as_invalid_signature()
    {
        var options = new FapiClientOptions
        {
            BaseAddress = _exchange.BaseAddress,
            ApiKey = _exchange.Account.Hmac.ApiKey,
            ApiSecret = "wrong"
        };

        var error = await Assert.ThrowsAsync<FapiException>(
            () => new FapiClient(options).ChangeInitialLeverageAsync("BTCUSDT", 5));

        Assert.Equal(FapiErrorCodes.InvalidSignature, error.ExchangeCode);
    }

    [Fact]
    public async Task Remote_signer_is_awaited()
    {
        using var inner = new HmacSha256Signer(_exchange.Account.Hmac.Secret);
        var options = new FapiClientOptions
        {
            BaseAddress = _exchange.BaseAddress,
            ApiKey = _exchange.Account.Hmac.ApiKey,
            Signer = new Remote(inner)
        };

        var response = await new FapiClient(options).ChangeInitialLeverageAsync("BTCUSDT", 8);

        Assert.Equal(8, response.Leverage);
    }

    private FapiClient Client(SandboxKeyKind kind)
    {
        var key = kind switch
        {
            SandboxKeyKind.Rsa => _exchange.Account.Rsa,
            SandboxKeyKind.Ed25519 => _exchange.Account.Ed25519,
            _ => _exchange.Account.Hmac,
        };
        var options = new FapiClientOptions { BaseAddress = _exchange.BaseAddress, ApiKey = key.ApiKey };
        options.Signer = kind switch
        {
            SandboxKeyKind.Rsa => RsaSigner.FromPem(key.PrivateKeyPem),
            SandboxKeyKind.Ed25519 => Ed25519Signer.FromPem(key.PrivateKeyPem),
            _ => new HmacSha256Signer(key.Secret),
        };
        return new FapiClient(new HttpClient(FapiHttpHandler.Create()), options);
    }

    private sealed class Remote(IRequestSigner inner) : IRequestSigner
    {
        public int MaxSignatureLength => inner.MaxSignatureLength;

        public async ValueTask<int> SignAsync(
            ReadOnlyMemory<byte> text, Memory<byte> signature, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return await inner.SignAsync(text, signature, cancellationToken);
        }
    }
}
