using System.Net;
using Fapi.Sandbox.Processing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Fapi.Sandbox.Http;

/// <summary>Keeps the request target and the body as they arrived, before WireMock normalises them.</summary>
internal sealed class ReadRequestMiddleware(Exchange exchange)
{
    private const string NotLoopback =
        "The Host header names another host; a sandbox serves 127.0.0.1, [::1] and localhost only. Nothing was done.";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var timestamp = exchange.Clock.TimeProvider.GetTimestamp();
        context.Response.Headers.Date = exchange.Clock.Now.ToString("r", CultureInfo.InvariantCulture);
        using var body = new MemoryStream();
        var status = await ReadBodyAsync(context, body).ConfigureAwait(false);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.SelectMany(
            header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value ?? ""));
        var message = new RecordedRequest(context.Request.Method, target, [.. headers], body.ToArray());
        var request = new ReceivedRequest(message, RemoteIp(context), exchange.Clock.Now, timestamp);
        if (status == Status200OK)
        {
            status = request.Path.StartsWith('/') ? StatusFor(context.Request.Host) : Status400BadRequest;
        }

        if (status != Status200OK)
        {
            exchange.Reject(request, status);
            context.Response.StatusCode = status;
            context.Response.Headers.Connection = "close";
            await context.Response.WriteAsync(status == Status421MisdirectedRequest ? NotLoopback : "")
                .ConfigureAwait(false);
            return;
        }

        context.Features.Set(request);
        body.Position = 0;
        context.Request.Body = body;
        if (!HasPlainNames(request.Query))
        {
            context.Request.QueryString = QueryString.Empty;
        }

        await next(context).ConfigureAwait(false);
    }

    private static async Task<int> ReadBodyAsync(HttpContext context, MemoryStream body)
    {
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
            return Status200OK;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
    }

    // WireMock fails on a parameter without a name. It needs no odd query: the exchange reads what was received.
    private static bool HasPlainNames(string query) =>
        query.Split('&', ';').All(pair => pair.Length == 0 || char.IsAsciiLetterOrDigit(pair[0]));

    // One caller has one budget, whether it said 127.0.0.1 or localhost.
    private static IPAddress RemoteIp(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } ip && !ip.Equals(IPAddress.IPv6Loopback) ? ip : IPAddress.Loopback;

    // A page in a browser reaches a loopback address under a name of its own, once that name resolves to it.
    private static int StatusFor(HostString host) =>
        !Uri.TryCreate($"http://{host.Value}/", UriKind.Absolute, out var address) ? Status400BadRequest
        : address.IsLoopback || address.Host.EndsWith(".localhost", StringComparison.Ordinal) ? Status200OK
        : Status421MisdirectedRequest;
}
