using Fapi.Sandbox.Processing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using WireMock;
using WireMock.ResponseProviders;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace Fapi.Sandbox.Http;

/// <summary>Lets the exchange respond, and delivers the response as badly as a fault wants it.</summary>
internal sealed class ExchangeResponseProvider(Exchange exchange, CancellationToken stopping) : IResponseProvider
{
    // The platform's timers are late by as much, a tenth of a latency of 50 ms; a thread that waits is not.
    private static readonly TimeSpan TimerLag = TimeSpan.FromMilliseconds(5);

    public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        var request = context.Features.GetRequiredFeature<ReceivedRequest>();
        var (response, fault) = exchange.Process(request);
        if (fault.MakeBytes is { } bytes)
        {
            await ConnectionBreak.SendAsync(context, bytes(request.Message), stopping).ConfigureAwait(false);
            return (new ResponseMessage(), null);
        }

        if (response is null || fault.IsReset)
        {
            ConnectionBreak.Reset(context);
            return (new ResponseMessage(), null);
        }

        await WaitForLatencyAsync(request, context).ConfigureAwait(false);
        await WaitAsync(fault.HeaderDelay, context).ConfigureAwait(false);
        if (fault.EndsBody || fault.BodyDelay > TimeSpan.Zero)
        {
            context.Response.Body = new HalvingStream(context.Response.Body, async () =>
            {
                await WaitAsync(fault.BodyDelay, context).ConfigureAwait(false);
                return !fault.EndsBody;
            });
        }

        context.Response.ContentLength = response.Body.Length;
        return (ToWireMock(response), null);
    }

    private async Task WaitForLatencyAsync(ReceivedRequest request, HttpContext context)
    {
        TimeSpan Left() => exchange.Latency - exchange.Clock.TimeProvider.GetElapsedTime(request.Timestamp);
        await WaitAsync(Left() - TimerLag, context).ConfigureAwait(false);
        if (Left() is var left && left > TimeSpan.Zero)
        {
            await Task.Factory.StartNew(
                () => stopping.WaitHandle.WaitOne(left), CancellationToken.None, TaskCreationOptions.LongRunning,
                TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(TimeSpan delay, HttpContext context)
    {
        if (delay > TimeSpan.Zero)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
            await Task.Delay(delay, exchange.Clock.TimeProvider, either.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static ResponseMessage ToWireMock(ExchangeResponse response)
    {
        var message = new ResponseMessage
        {
            StatusCode = response.Status,
            BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = response.Body },
        };
        foreach (var lines in response.ToRecorded().Headers.ToLookup(h => h.Key, h => h.Value))
        {
            message.AddHeader(lines.Key, [.. lines]);
        }

        return message;
    }
}
