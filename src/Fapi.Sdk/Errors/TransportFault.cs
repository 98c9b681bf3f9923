using System.Net.Sockets;
#if !NET
using System.Net;
using System.Security.Authentication;
#endif

namespace Fapi.Sdk.Errors;

/// <summary>Classifies failures below HTTP.</summary>
internal static class TransportFault
{
#if NET
    internal const string Unreadable = "What came back cannot be read as HTTP.";

    // The platform quotes what it could not read, some of it in hex: key and signature, where a server sends them back.
    internal static bool IsUnreadable(Exception exception) =>
        exception is InvalidDataException || Causes(exception).Any(e =>
        e is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
            or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse });
#else
    internal const string Unreadable = "The connection ended too early, or what came back cannot be read as HTTP.";

    // The platform does not say that it could not read a response; what failed below HTTP has its cause inside.
    internal static bool IsUnreadable(Exception exception) =>
        !Causes(exception).Any(
            e => e is SocketException or AuthenticationException or WebException or OperationCanceledException);
#endif

    internal static bool WasNeverConnected(Exception exception)
    {
#if NET
        if (exception is HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
            })
        {
            return true;
        }
#endif
        return Causes(exception).Any(e => e is SocketException
        {
            SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound
                or SocketError.HostUnreachable or SocketError.NetworkUnreachable,
        });
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
