using System.Net.Sockets;
using System.Security.Cryptography;
using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Tests.Support;

namespace Fapi.Sdk.Tests.Errors;

/// <summary>Once a request was handed to the network, whatever goes wrong says whether the call was executed.</summary>
public sealed class FunnelTests
{
    private static readonly Uri Address = new("http://127.0.0.1:1");

    public static TheoryData<Exception> Thrown =>
    [
        new TimeoutException("x"), new SocketException(10054), new NotSupportedException("x"), new InvalidOperationException("x"),
        new ObjectDisposedException("handler"), new HttpRequestException("x"), new IOException("x"), new OperationCanceledException("x"),
    ];

    [Theory]
    [MemberData(nameof(Thrown))]
    public async Task Exception_of_a_handler_leaves_the_outcome_unknown_whatever_it_is(Exception thrown)
    {
        var error = await Assert.ThrowsAsync<FapiException>(() => CallAsync(new StubHandler(_ => throw thrown)));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.StartsWith("It is unknown whether changeInitialLeverage was executed.", error.Message, StringComparison.Ordinal);
        Assert.True(TestedBuild.IsNetStandard || ReferenceEquals(thrown, error.InnerException));
    }

    [Fact]
    public async Task Body_that_cannot_be_decompressed_leaves_the_outcome_unknown()
    {
        await using var exchange = TestExchange.Start(
            Fault.Response(200, [1, 2, 3, 4, 5, 6, 7, 8], ("Content-Encoding", TestedBuild.IsNetStandard ? "gzip" : "br")));

        var error = await Assert.ThrowsAsync<FapiException>(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public async Task Cancellation_while_the_transport_fails_says_unknown()
    {
        using var cancel = new CancellationTokenSource();
        var handler = new StubHandler(_ =>
        {
            cancel.Cancel();
            throw new HttpRequestException("x");
        });

        var error = await Assert.ThrowsAsync<FapiCanceledException>(() => CallAsync(handler, cancellationToken: cancel.Token));

        Assert.Equal(cancel.Token, error.CancellationToken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Unknown_attempt_is_not_forgotten_whatever_the_next_one_throws(bool bySigner)
    {
        var handler = new StubHandler(attempt => attempt == 1 || bySigner
            ? StubHandler.Json(502, "")
            : throw new ObjectDisposedException("handler"));
        using var signer = new FailingSigner(failsFrom: bySigner ? 2 : 3);

        var error = await Assert.ThrowsAsync<FapiException>(() => CallAsync(handler, options =>
        {
            (options.ApiSecret, options.Signer) = (null, signer);
            (options.TimeProvider, options.Retry.BaseDelay) = (TimeProvider.System, TimeSpan.FromMilliseconds(1));
            options.Retry.MaxAttempts = 2;
        }));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.Equal(FapiOutcome.Unknown, error.Attempts[0].Outcome);
        Assert.Contains(bySigner ? "the signer FailingSigner failed" : "", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_of_a_signer_before_anything_was_sent_says_that_nothing_was_sent()
    {
        using var signer = new FailingSigner(failsFrom: 1);
        var handler = new StubHandler(_ => StubHandler.Json(200, TestExchange.Success));

        var error = await Assert.ThrowsAsync<FapiException>(
            () => CallAsync(handler, options => (options.ApiSecret, options.Signer) = (null, signer)));

        Assert.Equal(FapiOutcome.Unavailable, error.Outcome);
        Assert.IsType<CryptographicException>(error.InnerException);
        Assert.Equal(0, handler.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Call_that_ends_before_a_byte_left_is_not_unknown_where_the_handler_can_tell(bool behindAnother)
    {
        using var cancel = new CancellationTokenSource();
        var connecting = new TaskCompletionSource();
        using var http = new HttpMessageInvoker(Connecting(connecting, behindAnother));
        var call = new FapiClient(http, Options()).ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: cancel.Token);
        await connecting.Task;

        await cancel.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(behindAnother || TestedBuild.IsNetStandard, error is FapiCanceledException);
        Assert.Equal(cancel.Token, error.CancellationToken);
    }

    [Fact]
    public async Task Success_of_another_address_is_unknown()
    {
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "http://elsewhere.test/");
        var handler = new StubHandler(_ =>
        {
            var response = StubHandler.Json(200, TestExchange.Success);
            response.RequestMessage = elsewhere;
            return response;
        });

        var error = await Assert.ThrowsAsync<FapiException>(() => CallAsync(handler));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.Contains("elsewhere.test", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Handler_that_follows_redirects_is_refused()
    {
        // netstandard2.0 knows no SocketsHttpHandler.
        HttpMessageHandler[] handlers = TestedBuild.IsNetStandard
            ? [new HttpClientHandler(), new Passing(new HttpClientHandler())]
            : [new HttpClientHandler(), new SocketsHttpHandler(), new Passing(new SocketsHttpHandler())];
        foreach (var handler in handlers)
        {
            using var http = new HttpClient(handler);
            var error = Assert.Throws<ArgumentException>(() => new FapiClient(http, Options()));
            Assert.Contains("Set AllowAutoRedirect to false", error.Message, StringComparison.Ordinal);
        }

        using var right = new HttpMessageInvoker(new Passing(new HttpClientHandler { AllowAutoRedirect = false }));
        using var client = new FapiClient(right, Options());
    }

    private static SocketsHttpHandler Connecting(TaskCompletionSource connecting) => new()
    {
        AllowAutoRedirect = false,
        ConnectCallback = async (_, token) =>
        {
            connecting.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
            return Stream.Null;
        },
    };

    private static HttpMessageHandler Connecting(TaskCompletionSource connecting, bool behindAnother) =>
        behindAnother ? new Passing(Connecting(connecting)) : Connecting(connecting);

    private static FapiClientOptions Options() => TestClients.Options(Address);

    private static async Task<InitialLeverage> CallAsync(
        StubHandler handler, Action<FapiClientOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = Options();
        configure?.Invoke(options);
        using var http = new HttpMessageInvoker(handler);
        using var client = new FapiClient(http, options);
        return await client.ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: cancellationToken);
    }

    private sealed class Passing(HttpMessageHandler inner) : DelegatingHandler(inner);

    private sealed class FailingSigner(int failsFrom) : IRequestSigner, IDisposable
    {
        private int _count;

        public int MaxSignatureLength => 1;

        public ValueTask<int> SignAsync(ReadOnlyMemory<byte> text, Memory<byte> signature, CancellationToken cancellationToken)
        {
            signature.Span[0] = (byte)'0';
            return ++_count >= failsFrom ? throw new CryptographicException("x") : new(1);
        }

        public void Dispose()
        {
        }
    }
}
