using System.Net;
using Fapi.Contract;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Fapi.Sandbox;

/// <summary>Keeps the request target and the body as they arrived, before WireMock normalises them.</summary>
internal static class ReadRequestMiddleware
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next, ExchangeClock clock)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/'))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest).ConfigureAwait(false);
            return;
        }

        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            await RefuseAsync(context, e.StatusCode).ConfigureAwait(false);
            return;
        }

        context.Features.Set(new ReceivedRequest(
            new RecordedRequest(context.Request.Method, target, HeadersOf(context.Request), body.ToArray()),
            context.Connection.RemoteIpAddress ?? IPAddress.Loopback,
            clock.Now));
        body.Position = 0;
        context.Request.Body = body;
        await next(context).ConfigureAwait(false);
    }

    private static KeyValuePair<string, string>[] HeadersOf(HttpRequest request) =>
    [
        .. request.Headers.SelectMany(
            header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value ?? "")),
    ];

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
