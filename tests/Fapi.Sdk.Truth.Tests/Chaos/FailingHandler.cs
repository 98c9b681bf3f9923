using System.Net.Sockets;
using Fapi.Sdk.Truth.Tests.Wire;

namespace Fapi.Sdk.Truth.Tests.Chaos;

/// <summary>A handler of the app that fails now and then, before or after it sends, with whatever apps throw.</summary>
internal sealed class FailingHandler(int seed, Ledger ledger, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    internal static Exception Failure(Random random, string text) => random.Pick<Func<Exception>>(
        () => new InvalidOperationException(text),
        () => new TimeoutException(text),
        () => new SocketException((int)SocketError.TimedOut),
        () => new NotSupportedException(text),
        () => new HttpRequestException(text),
        () => new IOException(text),
        () => new ObjectDisposedException(text),
        () => new OperationCanceledException(text),
        () => new ArgumentException(text),
        () => new FormatException(text),
        () => new AppException(text, new InvalidOperationException(text)))();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var target = request.RequestUri!.PathAndQuery;
        if (Ledger.CallOf(target) is not { } call)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var random = Chance.Of(seed, call, 500 + ledger.Of(call).HandedOver.Count);
        var (before, after, content) = (random.Happens(0.1), random.Happens(0.1), random.Happens(0.1));
        if (before)
        {
            var headers = string.Join(' ', request.Headers.SelectMany(header => header.Value));
            throw Failure(random, $"The app failed before {request.RequestUri} with {headers}");
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (after)
        {
            response.Dispose();
            throw Failure(random, $"The app failed after {request.RequestUri}");
        }

        if (content && response.IsSuccessStatusCode)
        {
            var failure = Failure(random, $"The app failed to read {request.RequestUri}");
            response.Content = new StreamContent(new FailingStream(failure));
        }

        return response;
    }

    internal sealed class AppException(string message, Exception inner) : Exception(message, inner);

    private sealed class FailingStream(Exception failure) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw failure;

        public override Task<int> ReadAsync(
            byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            throw failure;
    }
}
