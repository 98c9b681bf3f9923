using System.Globalization;
using System.Text.Json;

namespace Fapi.Sandbox;

/// <summary>-1021 for a timestamp that is too old for recvWindow or too far ahead of the exchange.</summary>
internal sealed class TimestampCheck(ErrorTable errors) : ICheck
{
    private const long FarthestAhead = 1000;

    public Refusal? Check(ExchangeCall call)
    {
        if (SecurityParameters.SignatureOf(call.Operation) is not { } signature)
        {
            return null;
        }

        if (!TryRead(call, SecurityParameters.Timestamp, out var timestamp))
        {
            return Mandatory(SecurityParameters.Timestamp);
        }

        if (string.IsNullOrEmpty(call.Parameters.Find(signature)?.Value))
        {
            return Mandatory(signature);
        }

        if (!TryReadWindow(call, out var recvWindow))
        {
            return call.Parameters.Find(SecurityParameters.RecvWindow) is { Value: "" }
                ? errors.Refuse("PARAM_EMPTY", $"Parameter '{SecurityParameters.RecvWindow}' is empty.")
                : errors.Refuse("INVALID_PARAMETER", $"Data sent for parameter '{SecurityParameters.RecvWindow}' is not valid.");
        }

        // The server accepts when timestamp < serverTime + 1000 && serverTime - timestamp <= recvWindow.
        if (timestamp >= call.ServerTime + FarthestAhead)
        {
            return errors.Refuse("INVALID_TIMESTAMP", "The timestamp is 1000ms ahead of the server's time.");
        }

        return call.ServerTime - timestamp > recvWindow
            ? errors.Refuse("INVALID_TIMESTAMP", "The timestamp is outside of the recvWindow.")
            : null;
    }

    private Refusal Mandatory(string parameter) => errors.Refuse(
        "MANDATORY_PARAM_EMPTY_OR_MALFORMED", $"Mandatory parameter '{parameter}' is missing, empty or malformed.");

    private static bool TryReadWindow(ExchangeCall call, out long recvWindow)
    {
        var documented = call.Operation.Parameters.FirstOrDefault(p => p.Name == SecurityParameters.RecvWindow);
        if (documented is null || call.Parameters.Find(SecurityParameters.RecvWindow) is null)
        {
            recvWindow = documented?.Default is { ValueKind: JsonValueKind.Number } d ? d.GetInt64() : long.MaxValue;
            return true;
        }

        return TryRead(call, SecurityParameters.RecvWindow, out recvWindow)
            && !(recvWindow < documented.Minimum) && !(recvWindow > documented.Maximum);
    }

    private static bool TryRead(ExchangeCall call, string name, out long value) => long.TryParse(
        call.Parameters.Find(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
