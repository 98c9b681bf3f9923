using System.Text.Json;

namespace Fapi.Benchmarks.Wire;

/// <summary>Responses of the exchange.</summary>
internal static class Bodies
{
    internal static byte[] Small { get; } = Success("BTCUSDT", 21, "1000000");

    internal static byte[] Error { get; } = """{"code":-4028,"msg":"Leverage 126 is not valid"}"""u8.ToArray();

    internal static byte[] Success(string symbol, int leverage, string maxNotionalValue) =>
        JsonSerializer.SerializeToUtf8Bytes(new { leverage, maxNotionalValue, symbol });

    /// <summary>A response that has grown by a field that the spec does not know: brackets, as many as fit into the
    /// length.</summary>
    internal static byte[] OfLength(int length)
    {
        const string bracket =
            """{"bracket":1,"initialLeverage":75,"notionalCap":10000,"notionalFloor":0,"maintMarginRatio":0.0065,"cum":0.0}""";
        var text = new StringBuilder("""{"leverage":21,"maxNotionalValue":"1000000","brackets":[""").Append(bracket);
        const string end = """],"symbol":"BTCUSDT"}""";
        while (text.Length + 1 + bracket.Length + end.Length <= length)
        {
            text.Append(',').Append(bracket);
        }

        return Encoding.UTF8.GetBytes(text.Append(end).ToString());
    }

    internal static byte[] OverHttp(byte[] body, int status = 200)
    {
        var head =
            $"HTTP/1.1 {status} .\r\nContent-Type: application/json\r\nX-MBX-USED-WEIGHT-1M: 12\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
