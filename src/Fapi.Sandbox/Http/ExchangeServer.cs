using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using WireMock.RequestBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Fapi.Sandbox;

/// <summary>The WireMock server that an exchange listens with.</summary>
internal sealed class ExchangeServer : IAsyncDisposable
{
    // Ten times what the longest form body of the contract needs, and far below what could hurt.
    private const int MaxBodyBytes = 64 * 1024;

    // The exchange keeps its own log; this one is for those who know WireMock, and must not grow in a long run.
    private const int WireMockLogEntries = 100;

    private readonly CancellationTokenSource stopping = new();
    private readonly WireMockServer server;

    public ExchangeServer(Exchange exchange, int port)
    {
        server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = [string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")],
            MaxRequestLogCount = WireMockLogEntries,
            AllowBodyForAllHttpMethods = true,
            DisableJsonBodyParsing = true,
            DisableDeserializeFormUrlEncoded = true,
            DisableRequestBodyDecompressing = true,
            AdditionalServiceRegistration = services => services.PostConfigure<KestrelServerOptions>(Limit),
            PreWireMockMiddlewareInit = app => ((IApplicationBuilder)app).Use(
                (HttpContext context, RequestDelegate next) =>
                    ReadRequestMiddleware.InvokeAsync(context, next, exchange.Clock)),
        });
        server.Given(Request.Create()).RespondWith(new ExchangeResponseProvider(exchange, stopping.Token));
        BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{server.Port}/"));
    }

    public Uri BaseAddress { get; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await Task.Run(server.Stop).ConfigureAwait(false);
        server.Dispose();
        stopping.Dispose();
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
    }
}
