using static Fapi.Sdk.Truth.Tests.Faults.Told;

namespace Fapi.Sdk.Truth.Tests.Faults;

/// <summary>Statuses and codes, as the docs describe them and as they do not.</summary>
internal static class StatusFaults
{
    private const string InternalError = "Internal error; unable to process your request.";
    private const string UnknownError = "Unknown error, please check your request or try again later.";

    internal static Fault[] All { get; } =
    [
        Fault.Error("503 Service Unavailable.", NotExecuted, 503, -1, "Service Unavailable."),
        Fault.Error("503 Internal error", NotExecuted, 503, -1, InternalError + " Please try again."),
        Fault.Error("503 Unknown error", Nothing, 503, -1, UnknownError),
        Fault.Respond("502 HTML", Nothing, 502, "<html><h1>502 Bad Gateway</h1></html>", "Content-Type: text/html"),
        Fault.Respond("504 empty", Nothing, 504, ""),
        Fault.Respond("500 without code", Nothing, 500, "{}"),
        Fault.Error("408 -1007", Nothing, 408, -1007, "Timeout waiting for response from backend server."),
        Fault.Error("400 -1006", Nothing, 400, -1006, "An unexpected response was received."),
        Fault.Error("400 -1000", Nothing, 400, -1000, "An unknown error occurred while processing the request."),
        Fault.Error("400 -1001", Nothing, 400, -1001, InternalError),
        Fault.Error("400 -4028", NotExecuted, 400, -4028, "Leverage 21 is not valid"),
        Fault.Error("400 -1021", NotExecuted, 400, -1021, "Timestamp for this request is outside of the recvWindow."),
        Fault.Error("400 -1008", NotExecuted, 400, -1008, "Server is currently overloaded."),
        Fault.Respond("403 HTML", NotExecuted, 403, "<html>Forbidden</html>", "Content-Type: text/html"),
        Fault.Respond("301", Nothing, 301, "", "Location: /trap"),
        Fault.Respond("302 to another host", Nothing, 302, "", "Location: http://localhost:9/trap"),
        Fault.Respond("307", Nothing, 307, "", "Location: /trap"),
        Fault.Respond("308", Nothing, 308, "", "Location: /trap"),
        Fault.Error("200 -4028", NotExecuted, 200, -4028, "Leverage 21 is not valid"),
        Fault.Error("200 -1021", NotExecuted, 200, -1021, "Timestamp for this request is outside of the recvWindow."),
        Fault.Error("200 -1007", Nothing, 200, -1007, "Timeout waiting for response from backend server."),
        new("204", Nothing, reply => reply.SendAsync(204, "", "Content-Length")),
        Fault.Respond("600", Nothing, 600, "{}"),
    ];
}
