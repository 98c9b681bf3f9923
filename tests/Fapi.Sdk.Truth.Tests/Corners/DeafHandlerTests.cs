using Fapi.Sdk.Options;
using Fapi.Sdk.Truth.Tests.Faults;

namespace Fapi.Sdk.Truth.Tests.Corners;

/// <summary>A handler of the app that ignores its token holds no call longer than its time; what it does later harms
/// no other.</summary>
public sealed class DeafHandlerTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Deaf? _deaf;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_ends_in_its_time_and_is_unknown(bool before)
    {
        using var corner = Corner(before ? 1 : 0, before ? 0 : 1);

        Assert.Equal(FapiOutcome.Unknown, (await corner.FailAsync()).Outcome);

        Assert.InRange(corner.Time.Elapsed, OneSecond, OneSecond * 1.3);
    }

    [Fact]
    public async Task Cancelled_call_ends()
    {
        using var cancel = new CancellationTokenSource();
        using var corner = Corner(0, 1, () => cancel.Cancel());

        Assert.IsType<FapiCanceledException>(await corner.SetAsync(cancel.Token));

        Assert.InRange(corner.Time.Elapsed, TimeSpan.Zero, OneSecond * 0.5);
    }

    [Fact]
    public async Task Handler_that_ends_late_harms_neither_its_own_nor_another_call()
    {
        using var corner = Corner(0, 1);
        await corner.FailAsync();

        for (var i = 0; i < 3; i++)
        {
            Assert.Null(await corner.SetAsync());
        }

        _end.SetResult();
        await IsDisposedAsync(_deaf!.Late.Single());
        Assert.Null(await corner.SetAsync());
        Assert.Equal(5, corner.Arrived);
    }

    [Fact]
    public async Task Attempt_that_is_left_is_followed_by_another_with_a_request_of_its_own()
    {
        using var corner = Corner(0, 1, configure: options =>
            (options.Retry.MaxAttempts, options.Retry.CallTimeout) = (2, OneSecond * 5));

        Assert.Null(await corner.SetAsync());

        Assert.Equal(2, corner.Arrived);
    }

    [Theory]
    [InlineData("400 -4028", FapiOutcome.Refused)]
    [InlineData("hang", FapiOutcome.Unknown)]
    public async Task Handler_that_heeds_its_token_changes_nothing(string fault, FapiOutcome outcome)
    {
        using var corner = new Corner(Hurry, inner => new Deaf(inner, _end.Task, 0, 0, null), FaultTable.Named(fault));

        Assert.Equal(outcome, (await corner.FailAsync()).Outcome);
    }

    private Corner Corner(
        int before, int after, Action? reached = null, Action<FapiClientOptions>? configure = null) => new(
        options =>
        {
            Hurry(options);
            configure?.Invoke(options);
        },
        inner => _deaf = new Deaf(inner, _end.Task, before, after, reached));

    private static void Hurry(FapiClientOptions options) =>
        (options.Retry.AttemptTimeout, options.Retry.CallTimeout) = (OneSecond, OneSecond);

    // It can then be changed no more.
    private static async Task IsDisposedAsync(HttpResponseMessage response)
    {
        while (true)
        {
            try
            {
                response.StatusCode = response.StatusCode;
            }
            catch (ObjectDisposedException)
            {
                return;
            }

            await Task.Yield();
        }
    }

    /// <summary>Waits without end before or after the first requests are sent.</summary>
    private sealed class Deaf(HttpMessageHandler inner, Task end, int before, int after, Action? reached)
        : DelegatingHandler(inner)
    {
        private int _sent;

        internal List<HttpResponseMessage> Late { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref _sent);
            if (number <= before)
            {
                await end;
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (number <= after)
            {
                Late.Add(response);
                reached?.Invoke();
                await end;
            }

            return response;
        }
    }
}
