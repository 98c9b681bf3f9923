using Fapi.Sdk.Accounts;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;
using Fapi.Sdk.Truth.Tests.Faults;

namespace Fapi.Sdk.Truth.Tests.Corners;

/// <summary>A call ends within its time, whatever hangs, and sends nothing when that is over.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hanging_vault_does_not_hold_a_call_longer_than_its_time(bool listens)
    {
        using var corner = new Corner(
            options =>
            {
                Hurry(options);
                (options.ApiKey, options.ApiSecret) = (null, null);
                options.CredentialsProvider = new Hanging(options.TimeProvider, listens);
            },
            null);

        await AssertEndsInTimeAsync(corner, 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hanging_signer_does_not_hold_a_call_longer_than_its_time(bool listens)
    {
        using var corner = new Corner(
            options =>
            {
                Hurry(options);
                options.ApiSecret = null;
                options.Signer = new Hanging(options.TimeProvider, listens);
            },
            null);

        await AssertEndsInTimeAsync(corner, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public async Task Hanging_server_time_does_not_hold_calls_longer_than_their_time(int calls)
    {
        using var corner = new Corner(
            options =>
            {
                Hurry(options);
                options.Time.Sync = TimeSync.BeforeFirstCall;
            },
            null)
        {
            TimeFault = FaultTable.Named("time hangs"),
        };

        await AssertEndsInTimeAsync(corner, calls);
    }

    [Fact]
    public async Task Measurement_is_shared_by_all_who_wait_for_it()
    {
        using var corner = new Corner(
            options => (options.Time.Sync, options.Time.Samples) = (TimeSync.BeforeFirstCall, 1), null);

        await SetManyAsync(corner, 32);

        Assert.Equal(33, corner.Exchange.Ledger.Arrivals.Count);
    }

    [Fact]
    public async Task Call_that_has_time_left_is_sent_although_its_vault_was_slow()
    {
        using var corner = new Corner(
            options =>
            {
                Hurry(options);
                (options.ApiKey, options.ApiSecret) = (null, null);
                options.CredentialsProvider = new Hanging(options.TimeProvider, true, TimeSpan.FromSeconds(0.5));
            },
            null);

        await SetManyAsync(corner, 1);

        Assert.Equal(1, corner.Arrived);
    }

    [Fact]
    public async Task Disposed_client_ends_the_calls_that_wait()
    {
        using var corner = new Corner(FaultTable.Named("429 Retry-After 3"));
        await SetManyAsync(corner, 1);
        var waiting = Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(
            () => corner.Client.ChangeInitialLeverageAsync("BTCUSDT", 21)).AsTask()).ToArray();
        var before = corner.Time.Elapsed;

        corner.Client.Dispose();

        await corner.Time.PassUntilAsync(Task.WhenAll(waiting), () => null);
        Assert.All(waiting, call => Assert.NotNull(call.Result));
        Assert.Equal((1, before), (corner.Arrived, corner.Time.Elapsed));
    }

    private static void Hurry(FapiClientOptions options) =>
        (options.Retry.AttemptTimeout, options.Retry.CallTimeout) = (OneSecond, OneSecond);

    private static async Task AssertEndsInTimeAsync(Corner corner, int calls)
    {
        var failures = await SetManyAsync(corner, calls);

        var outcomes = failures.Select(failure => Assert.IsType<FapiException>(failure).Outcome);
        Assert.DoesNotContain(FapiOutcome.Unknown, outcomes);
        Assert.InRange(corner.Time.Elapsed, TimeSpan.Zero, OneSecond * 1.2);
        Assert.Equal(0, corner.Arrived);
    }

    private static async Task<Exception?[]> SetManyAsync(Corner corner, int calls)
    {
        var all = Task.WhenAll(Enumerable.Range(0, calls).Select(_ => Record.ExceptionAsync(
            () => corner.Client.ChangeInitialLeverageAsync("BTCUSDT", 21)).AsTask()));
        await corner.Time.PassUntilAsync(all, () => null);
        return await all;
    }

    private sealed class Hanging(TimeProvider time, bool listens, TimeSpan? wait = null)
        : IFapiCredentialsProvider, IRequestSigner
    {
        public int MaxSignatureLength => 64;

        public async ValueTask<FapiCredentials?> GetCredentialsAsync(CancellationToken cancellationToken)
        {
            await HangAsync(cancellationToken);
            return new FapiCredentials(Corner.ApiKey, new HmacSha256Signer("any"));
        }

        public async ValueTask<int> SignAsync(
            ReadOnlyMemory<byte> text, Memory<byte> signature, CancellationToken cancellationToken)
        {
            await HangAsync(cancellationToken);
            return 0;
        }

        private Task HangAsync(CancellationToken cancellationToken) =>
            Task.Delay(wait ?? TimeSpan.FromHours(1), time, listens ? cancellationToken : default);
    }
}
