using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using WireMock;
using WireMock.ResponseProviders;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace Fapi.Sandbox;

/// <summary>Answers WireMock's requests from the exchange, and delivers the answers as badly as a fault wants it.</summary>
internal sealed class ExchangeResponseProvider(Exchange exchange, CancellationToken stopping) : IResponseProvider
{
    public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        var request = context.Features.GetRequiredFeature<ReceivedRequest>();
        var (answer, delivery) = exchange.Process(request);
        if (delivery.Raw is { } raw)
        {
            await ConnectionBreak.SendAsync(context, raw(request.Message), stopping).ConfigureAwait(false);
            return (new ResponseMessage(), null);
        }

        if (delivery.End == ConnectionEnd.CloseInsteadOfAnswer)
        {
            await ConnectionBreak.CloseAsync(context, stopping).ConfigureAwait(false);
            return (new ResponseMessage(), null);
        }

        if (answer is null || !delivery.HasAnswer)
        {
            ConnectionBreak.Reset(context);
            return (new ResponseMessage(), null);
        }

        await WaitAsync(delivery.HeaderDelay, context).ConfigureAwait(false);
        if (delivery.End == ConnectionEnd.WithinBody || delivery.BodyDelay > TimeSpan.Zero)
        {
            context.Response.Body = new HalvingStream(context.Response.Body, async () =>
            {
                await WaitAsync(delivery.BodyDelay, context).ConfigureAwait(false);
                return delivery.End != ConnectionEnd.WithinBody;
            });
        }

        context.Response.ContentLength = answer.Body.Length;
        return (ToWireMock(answer), null);
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

    private static ResponseMessage ToWireMock(ExchangeAnswer answer)
    {
        var message = new ResponseMessage
        {
            StatusCode = answer.Status,
            BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = answer.Body },
        };
        foreach (var (name, value) in answer.ToRecorded().Headers)
        {
            message.AddHeader(name, value);
        }

        return message;
    }
}
