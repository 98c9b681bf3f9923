#if !NET
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Fapi.Sdk.Http;

// The platform does not say that it could not read an answer; what failed below HTTP has its cause inside.
internal static partial class TransportFailure
{
    private const string Unreadable = "The connection ended too early, or what came back cannot be read as HTTP.";

    private static bool IsUnreadable(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is SocketException or AuthenticationException or WebException or OperationCanceledException)
            {
                return false;
            }
        }

        return true;
    }
}
#endif
