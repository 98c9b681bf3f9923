namespace Fapi.Sdk.Truth.Tests.Wire;

/// <summary>What lies in the connections of a port and was not read yet; Linux tells, no other system is asked.</summary>
internal static class SocketQueues
{
    private const string Connections = "/proc/net/tcp";
    private const string Established = "01";
    private const string Empty = "00000000:00000000";

    internal static bool HoldData(int port)
    {
        if (!File.Exists(Connections))
        {
            return false;
        }

        // Each line: number, local address:port, remote address:port, state, sent and not acknowledged:arrived and not
        // read, all in hex.
        var end = $":{port:X4}";
        return File.ReadLines(Connections)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(parts => parts[3] == Established && parts[4] != Empty
                && (parts[1].EndsWith(end, StringComparison.Ordinal)
                    || parts[2].EndsWith(end, StringComparison.Ordinal)));
    }
}
