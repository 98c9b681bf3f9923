using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>Whatever a call waits for, it ends at its time or with its client, and nothing is sent after
/// that.</summary>
public sealed class CallDeadlineTests
{
    private static readonly TimeSpan CallTime = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider _time = new(TestClients.Now);
    private readonly StubHandler _handler;
    private int _sent;

    public CallDeadlineTests() => _handler = new(async (request, _, token) =>
    {
        // The clock of the exchange hangs.
        await (request.Method == HttpMethod.Get ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask);
        Interlocked.Increment(ref _sent);
        return StubHandler.Json(200, TestExchange.Success);
    });

    [Theory]
    [InlineData("credentials")]
    [InlineData("signature")]
    [InlineData("clock")]
    public async Task Call_ends_at_its_time_whatever_it_waits_for(string wait)
    {
        using var client = Client(wait);
        var calls = await WaitingAsync(client, wait);
        var before = _sent;

        _time.Advance(CallTime);

        foreach (var call in calls)
        {
            var error = await Assert.ThrowsAsync<FapiException>(() => call);
            Assert.Contains("was not sent", error.Message, StringComparison.Ordinal);
            Assert.Equal(FapiOutcome.Unavailable, error.Outcome);
        }

        Assert.Equal(before, _sent);
    }

    [Theory]
    [InlineData("credentials")]
    [InlineData("signature")]
    [InlineData("clock")]
    [InlineData("weight")]
    public async Task Call_that_waits_ends_with_its_client(string wait)
    {
        var client = Client(wait);
        var calls = await WaitingAsync(client, wait);
        var before = _sent;

        client.Dispose();

        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        }

        Assert.Equal(before, _sent);
    }

    [Fact]
    public async Task Call_whose_signature_takes_all_its_time_is_not_sent()
    {
        using var client = Client(
            "", options => (options.ApiSecret, options.Signer) = (null, new Slow(() => _time.Advance(CallTime))));

        var error = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Contains("its time of 1 s was over", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _sent);
    }

    [Fact]
    public async Task Call_whose_credentials_take_all_its_time_is_not_sent()
    {
        using var signer = new HmacSha256Signer(TestClients.Secret);
        using var credentials = new FapiCredentials(TestClients.ApiKey, signer);
        var provider = new Provider(() =>
        {
            _time.Advance(CallTime);
            return new(credentials);
        });
        using var client = Client(
            "", options => (options.ApiKey, options.ApiSecret, options.CredentialsProvider) = (null, null, provider));

        var error = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Contains("its time of 1 s was over", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _sent);
    }

    [Fact]
    public async Task Call_after_an_abandoned_one_goes_through()
    {
        var hang = true;
        var never = new TaskCompletionSource<int>();
        using var client = Client("", options => (options.ApiSecret, options.Signer) =
            (null, new Slow(() => { }, () => hang ? new(never.Task) : new(1))));
        var call = client.ChangeInitialLeverageAsync("BTCUSDT", 21);
        _time.Advance(CallTime);
        await Assert.ThrowsAsync<FapiException>(() => call);

        hang = false;

        Assert.Equal(21, (await client.ChangeInitialLeverageAsync("BTCUSDT", 21)).Leverage);
    }

    [Fact]
    public async Task Abandoned_call_leaves_nothing_with_the_token_of_its_caller()
    {
        using var caller = new CancellationTokenSource();
        var signer = new Hanging();
        using var client = Client("", options => (options.ApiSecret, options.Signer) = (null, signer));

        await AbandonAsync(client, caller.Token);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(signer.Given!.IsAlive);
        Assert.False(caller.IsCancellationRequested);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task AbandonAsync(FapiClient client, CancellationToken cancellationToken)
    {
        var call = client.ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: cancellationToken);
        _time.Advance(CallTime);
        await Assert.ThrowsAsync<FapiException>(() => call);
    }

    private static async Task<List<Task>> WaitingAsync(FapiClient client, string wait)
    {
        if (wait == "weight")
        {
            await client.ChangeInitialLeverageAsync("BTCUSDT", 21);
        }

        List<Task> calls = [.. Enumerable.Range(0, 8).Select(_ => client.ChangeInitialLeverageAsync("BTCUSDT", 21))];
        Assert.DoesNotContain(calls, call => call.IsCompleted);
        return calls;
    }

    private FapiClient Client(string wait, Action<FapiClientOptions>? configure = null)
    {
        var options = TestClients.Options(new Uri("http://127.0.0.1:1"));
        (options.TimeProvider, options.Retry.CallTimeout, options.Retry.AttemptTimeout) = (_time, CallTime, CallTime);
        switch (wait)
        {
            case "credentials":
                (options.ApiKey, options.ApiSecret, options.CredentialsProvider) = (null, null, new Provider(
                    () => new(new TaskCompletionSource<FapiCredentials?>().Task)));
                break;
            case "signature":
                (options.ApiSecret,
                    options.Signer) = (null, new Slow(() => { }, () => new(new TaskCompletionSource<int>().Task)));
                break;
            case "clock":
                options.Time.Sync = TimeSync.BeforeFirstCall;
                break;
            case "weight":
                options.Limits.WeightPerMinute = 1;
                options.Limits.MaxWait = options.Retry.CallTimeout = TimeSpan.FromMinutes(20);
                break;
        }

        configure?.Invoke(options);
        return new FapiClient(new HttpMessageInvoker(_handler), options);
    }

    /// <summary>Heeds no token.</summary>
    private sealed class Provider(Func<ValueTask<FapiCredentials?>> give) : IFapiCredentialsProvider
    {
        public ValueTask<FapiCredentials?> GetCredentialsAsync(CancellationToken cancellationToken) => give();
    }

    private sealed class Hanging : IRequestSigner
    {
        /// <summary>Memory of the call, which the signer was given.</summary>
        internal WeakReference? Given { get; private set; }

        public int MaxSignatureLength => 1;

        public ValueTask<int> SignAsync(
            ReadOnlyMemory<byte> text, Memory<byte> signature, CancellationToken cancellationToken)
        {
            Assert.True(MemoryMarshal.TryGetArray<byte>(signature, out var given));
            Given = new WeakReference(given.Array);
            return new(new TaskCompletionSource<int>().Task);
        }
    }

    private sealed class Slow(Action first, Func<ValueTask<int>>? length = null) : IRequestSigner
    {
        public int MaxSignatureLength => 1;

        public ValueTask<int> SignAsync(
            ReadOnlyMemory<byte> text, Memory<byte> signature, CancellationToken cancellationToken)
        {
            first();
            signature.Span[0] = (byte)'0';
            return length?.Invoke() ?? new(1);
        }
    }
}
