using System.Net.Sockets;
using Fapi.Sdk.Calls;

namespace Fapi.Sdk.Http;

/// <summary>Tells what a failure below HTTP says of the call.</summary>
internal static partial class TransportFailure
{
    /// <returns>Null for an exception that is passed on as it is.</returns>
    internal static FapiException? Describe(Call call, HttpRequestMessage request, Exception exception, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested || exception is not (HttpRequestException or OperationCanceledException or IOException or InvalidDataException))
        {
            return null;
        }

        var operation = call.Operation;
        var outcome = !call.IsSent || WasNeverConnected(exception) ? FapiOutcome.Unavailable : FapiOutcome.Unknown;
        var mask = SecretMask.FromRequest(request, FapiClient.ApiKeyHeader);
        var isUnreadable = IsUnreadable(exception);
        var reason = exception is OperationCanceledException ? "No answer came within the time-out."
            : isUnreadable ? Unreadable
            : $"The connection failed: {mask.Apply(exception.Message).TrimEnd('.')}.";
        var advice = outcome == FapiOutcome.Unknown ? Advice.AfterUnknown(operation) : "Check the address and the network; nothing was sent.";
        return new FapiException($"{FapiExceptionFactory.Sentence(operation, outcome)} {reason} {advice}", isUnreadable || mask.Finds(exception.ToString()) ? null : exception)
        {
            Outcome = outcome,
            Operation = operation.Id,
        };
    }

#if NET
    private const string Unreadable = "What came back cannot be read as HTTP.";

    /// <remarks>The platform quotes what it could not read, some of it in hex: key and signature, where a server sends them back.</remarks>
    private static bool IsUnreadable(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse })
            {
                return true;
            }
        }

        return exception is InvalidDataException;
    }
#endif

    private static bool WasNeverConnected(Exception exception)
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
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable })
            {
                return true;
            }
        }

        return false;
    }
}
