using Fapi.Sandbox;
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;

namespace Fapi.Sdk.Tests.Accounts;

/// <summary>The key comes from a vault.</summary>
public sealed class CredentialsProviderTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start(options => options.CheckContract = false);

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Fact]
    public async Task Key_of_the_provider_signs_and_may_change_between_calls()
    {
        var next = _exchange.AddAccount("next");
        var vault = new Vault(Of(_exchange.Account));
        using var client = Client(vault);

        await client.ChangeInitialLeverageAsync("BTCUSDT", 11);
        vault.Rotate(Of(next));
        await client.ChangeInitialLeverageAsync("BTCUSDT", 12);

        Assert.Equal((11, 12), (_exchange.Account.LeverageOf("BTCUSDT"), next.LeverageOf("BTCUSDT")));
    }

    [Fact]
    public async Task Operation_without_security_asks_for_no_key()
    {
        using var client = Client(new Vault(new FapiException("locked")));

        Assert.NotEqual(0, (await client.CheckServerTimeAsync()).ServerTime);
    }

    [Fact]
    public async Task Provider_that_fails_ends_the_call_before_anything_is_sent()
    {
        using var client = Client(new Vault(new TimeoutException("The vault is sealed.")));

        var error = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 11));

        Assert.Equal("changeInitialLeverage was not sent: the credentials provider Vault failed. The vault is sealed.",
            error.Message);
        Assert.Equal(FapiOutcome.Unavailable, error.Outcome);
        Assert.Empty(_exchange.Requests);
    }

    [Fact]
    public async Task Provider_without_a_key_ends_the_call_before_anything_is_sent()
    {
        using var client = Client(new Vault((FapiCredentials?)null));

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 11));

        Assert.Empty(_exchange.Requests);
    }

    [Fact]
    public async Task Provider_that_gives_a_disposed_key_is_named()
    {
        var credentials = Of(_exchange.Account);
        credentials.Dispose();
        using var client = Client(new Vault(credentials));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => client.ChangeInitialLeverageAsync("BTCUSDT", 11));

        Assert.Contains("Vault gives credentials that are disposed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_is_zeroed_when_its_last_call_has_ended()
    {
        var signer = new Watched();
        var credentials = new FapiCredentials("key", signer);
        Assert.True(credentials.TryUse());

        credentials.Dispose();
        Assert.False(credentials.TryUse());
        Assert.False(signer.IsDisposed);

        credentials.Release();
        Assert.True(signer.IsDisposed);
    }

    [Fact]
    public void Signer_that_stays_its_owners_is_not_disposed()
    {
        var signer = new Watched();

        new FapiCredentials("key", signer, leaveOpen: true).Dispose();

        Assert.False(signer.IsDisposed);
    }

    [Fact]
    public async Task Key_that_rotates_under_load_signs_no_call_wrong()
    {
        var accounts = new[] { _exchange.Account, _exchange.AddAccount("next") };
        var vault = new Vault(Of(accounts[0]));
        using var client = Client(vault);
        using var stop = new CancellationTokenSource();
        var rotating = Task.Run(() =>
        {
            for (var i = 1; !stop.IsCancellationRequested; i++)
            {
                vault.Rotate(Of(accounts[i % 2]));
                Thread.SpinWait(10_000);
            }
        });

        await Parallel.ForAsync(
            0, 300,
            async (_, token) => await client.ChangeInitialLeverageAsync("BTCUSDT", 11, cancellationToken: token));

        await stop.CancelAsync();
        await rotating;
        Assert.All(_exchange.Requests, request => Assert.True(request.Executed));
    }

    private static FapiCredentials Of(SandboxAccount account) =>
        new(account.Hmac.ApiKey, new HmacSha256Signer(account.Hmac.Secret));

    private FapiClient Client(IFapiCredentialsProvider provider) => new(
        new HttpClient(FapiHttpHandler.Create()),
        new FapiClientOptions
        {
            BaseAddress = _exchange.BaseAddress,
            CredentialsProvider = provider,
            Retry = { MaxAttempts = 1 }
        });

    private sealed class Vault : IFapiCredentialsProvider
    {
        private readonly Exception? _failure;
        private FapiCredentials? _credentials;

        internal Vault(FapiCredentials? credentials) => _credentials = credentials;

        internal Vault(Exception failure) => _failure = failure;

        public async ValueTask<FapiCredentials?> GetCredentialsAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            return _failure is null ? _credentials : throw _failure;
        }

        internal void Rotate(FapiCredentials next) => Interlocked.Exchange(ref _credentials, next)?.Dispose();
    }

    private sealed class Watched : IRequestSigner, IDisposable
    {
        internal bool IsDisposed { get; private set; }

        public int MaxSignatureLength => 1;

        public ValueTask<int> SignAsync(
            ReadOnlyMemory<byte> text, Memory<byte> signature, CancellationToken cancellationToken) =>
            new(Encoding.ASCII.GetBytes("0", signature.Span));

        public void Dispose() => IsDisposed = true;
    }
}
