using System.Text.Json;
using Fapi.Sandbox.Operations;

namespace Fapi.Sandbox.Checks;

/// <summary>-1021 for a timestamp that is too old for recvWindow or too far ahead of the exchange.</summary>
internal sealed class TimestampCheck(ErrorTable errors) : ICheck
{
    private const long FarthestAhead = 1000;

    public ExchangeResponse? Check(ExchangeCall call)
    {
        if (SecurityParameters.FindSignature(call.Operation) is not { } signature)
        {
            return null;
        }

        if (!TryRead(call, SecurityParameters.Timestamp, out var timestamp))
        {
            return errors.RefuseMissing(SecurityParameters.Timestamp);
        }

        if (string.IsNullOrEmpty(call.Parameters.Find(signature)?.Value))
        {
            return errors.RefuseMissing(signature);
        }

        // The server accepts when timestamp < serverTime + 1000 && serverTime - timestamp <= recvWindow.
        if (timestamp >= call.ServerTime + FarthestAhead)
        {
            return errors.Refuse("INVALID_TIMESTAMP", "The timestamp is 1000ms ahead of the server's time.");
        }

        return call.ServerTime - timestamp > WindowOf(call)
            ? errors.Refuse("INVALID_TIMESTAMP", "The timestamp is outside of the recvWindow.")
            : null;
    }

    // A window that cannot be read is refused with the other parameters.
    private static long WindowOf(ExchangeCall call)
    {
        if (TryRead(call, SecurityParameters.RecvWindow, out var sent))
        {
            return sent;
        }

        var documented = call.Operation.Parameters.FirstOrDefault(p => p.Name == SecurityParameters.RecvWindow);
        return documented?.Default is { ValueKind: JsonValueKind.Number } window ? window.GetInt64() : long.MaxValue;
    }

    private static bool TryRead(ExchangeCall call, string name, out long value) => long.TryParse(
        call.Parameters.Find(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
