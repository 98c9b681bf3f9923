using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Fapi.Sandbox;

internal static class ConnectionReset
{
    /// <summary>Ends the connection with RST; without the linger option it would be an orderly end.</summary>
    public static void Do(HttpContext context)
    {
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        context.Abort();
    }
}
