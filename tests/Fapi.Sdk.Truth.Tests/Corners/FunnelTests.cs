using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.Versioning;
using Fapi.Sdk.Truth.Tests.Faults;

namespace Fapi.Sdk.Truth.Tests.Corners;

/// <summary>Whoever throws, and whatever: a call ends in an exception of the SDK that says what became of it.</summary>
public sealed class FunnelTests
{
    // The build for netstandard2.0 cannot see what its handler has sent.
    private static bool TellsWhatHasLeft => typeof(FapiClient).Assembly
        .GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName
        .StartsWith(".NETCoreApp", StringComparison.Ordinal) == true;

    public static TheoryData<Exception> Exceptions() =>
    [
        new InvalidOperationException("app"),
        new TimeoutException("app"),
        new SocketException((int)SocketError.TimedOut),
        new NotSupportedException("app"),
        new HttpRequestException("app"),
        new IOException("app"),
        new ObjectDisposedException("app"),
        new OperationCanceledException("app"),
        new ArgumentException("app"),
        new FormatException("app"),
    ];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Handler_that_throws_after_sending_leaves_the_outcome_unknown(Exception thrown)
    {
        using var corner = new Corner(null, inner => new Thrower(inner, after: _ => thrown));

        Assert.Equal(FapiOutcome.Unknown, (await corner.FailAsync()).Outcome);
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Unknown_attempt_is_not_forgotten_when_the_next_one_throws(Exception thrown)
    {
        using var corner = new Corner(
            options => options.Retry.MaxAttempts = 2,
            inner => new Thrower(inner, before: attempt => attempt == 2 ? thrown : null),
            FaultTable.Named("502 HTML"));

        Assert.Equal(FapiOutcome.Unknown, (await corner.FailAsync()).Outcome);
        Assert.Equal(1, corner.Arrived);
    }

    [Theory]
    [InlineData("400 -4028")]
    [InlineData("403 HTML")]
    public async Task Handler_that_lets_pass_changes_nothing(string name)
    {
        using var corner = new Corner(null, inner => new Thrower(inner), FaultTable.Named(name));

        Assert.Equal(FapiOutcome.Refused, (await corner.FailAsync()).Outcome);
    }

    [Fact]
    public async Task Cancellation_while_the_transport_fails_is_told_as_cancellation_and_unknown()
    {
        using var cancel = new CancellationTokenSource();
        using var corner = new Corner(null, inner => new Thrower(inner, after: _ =>
        {
            cancel.Cancel();
            return new HttpRequestException("app");
        }));

        Assert.IsType<FapiCanceledException>(await corner.SetAsync(cancel.Token));
    }

    [Fact]
    public async Task Cancellation_before_a_byte_has_left_is_cancellation_alone()
    {
        using var cancel = new CancellationTokenSource();
        using var corner = new Corner(null, inner =>
        {
            ((SocketsHttpHandler)inner).ConnectCallback = async (_, cancellationToken) =>
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return Stream.Null;
            };
            return inner;
        });

        var failure = await corner.SetAsync(cancel.Token);

        Assert.IsAssignableFrom<OperationCanceledException>(failure);
        Assert.Equal(TellsWhatHasLeft, failure is not FapiCanceledException);
        Assert.Equal(0, corner.Arrived);
    }

    [Fact]
    public async Task Cancellation_after_the_exchange_has_it_is_unknown()
    {
        using var cancel = new CancellationTokenSource();
        using var corner = new Corner(new Fault("cancel", Told.Nothing, async reply =>
        {
            await cancel.CancelAsync();
            await reply.Connection.HangAsync();
        }));

        Assert.IsType<FapiCanceledException>(await corner.SetAsync(cancel.Token));
    }

    [Fact]
    public async Task Response_to_another_address_than_was_asked_is_no_success()
    {
        using var corner = new Corner(null, inner => new Thrower(inner, response: response =>
            response.RequestMessage = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/elsewhere")));

        Assert.Equal(FapiOutcome.Unknown, (await corner.FailAsync()).Outcome);
    }

    [Fact]
    public void Handler_that_follows_redirects_is_refused()
    {
        using var follows = new SocketsHttpHandler { AllowAutoRedirect = true };

        Assert.ThrowsAny<Exception>(() => new Corner(null, _ => new Thrower(follows)));
    }

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    public async Task Redirect_is_not_followed_with_the_key(HttpStatusCode status)
    {
        using var corner = new Corner(FaultTable.Named($"{(int)status}"));

        await corner.FailAsync();

        Assert.Single(corner.Exchange.Ledger.Arrivals);
    }

    private sealed class Thrower(
        HttpMessageHandler inner,
        Func<int, Exception?>? before = null,
        Func<int, Exception?>? after = null,
        Action<HttpResponseMessage>? response = null)
        : DelegatingHandler(inner)
    {
        private int _attempts;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var attempt = ++_attempts;
            if (before?.Invoke(attempt) is { } first)
            {
                throw first;
            }

            var received = await base.SendAsync(request, cancellationToken);
            response?.Invoke(received);
            return after?.Invoke(attempt) is { } last ? throw last : received;
        }
    }
}
