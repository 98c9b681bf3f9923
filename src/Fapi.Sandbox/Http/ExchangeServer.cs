using System.Net;
using System.Net.Sockets;
using Fapi.Sandbox.Processing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using WireMock.RequestBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Fapi.Sandbox.Http;

/// <summary>The WireMock server that an exchange listens with.</summary>
internal sealed class ExchangeServer : IAsyncDisposable
{
    // Ten times what the longest form body of the contract needs, and far below what could hurt.
    private const int MaxBodyBytes = 64 * 1024;

    // The exchange keeps its own log; this one is for those who know WireMock, and must not grow in a long run.
    private const int WireMockLogEntries = 20;

    private readonly CancellationTokenSource _stopping = new();

    public ExchangeServer(Exchange exchange, int port)
    {
        RequireFree(port);
        WireMock = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = [$"http://127.0.0.1:{port}"],
            MaxRequestLogCount = WireMockLogEntries,
            AllowBodyForAllHttpMethods = true,
            DisableJsonBodyParsing = true,
            DisableDeserializeFormUrlEncoded = true,
            DisableRequestBodyDecompressing = true,
            AdditionalServiceRegistration = services => services.PostConfigure<KestrelServerOptions>(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            }),
            PreWireMockMiddlewareInit = app =>
                ((IApplicationBuilder)app).Use(new ReadRequestMiddleware(exchange).InvokeAsync),
        });
        WireMock.Given(Request.Create()).AtPriority(int.MaxValue)
            .RespondWith(new ExchangeResponseProvider(exchange, _stopping.Token));
    }

    public Uri BaseAddress => new($"http://127.0.0.1:{WireMock.Port}/");

    public WireMockServer WireMock { get; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.Run(WireMock.Stop).ConfigureAwait(false);
        WireMock.Dispose();
        _stopping.Dispose();
    }

    // WireMock tries a taken port for 10 seconds and then reports a timeout.
    private static void RequireFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new InvalidOperationException(
                $"The sandbox cannot listen on port {port} of the loopback interface ({e.Message}); " +
                "choose another one, or 0 for any.", e);
        }
    }
}
