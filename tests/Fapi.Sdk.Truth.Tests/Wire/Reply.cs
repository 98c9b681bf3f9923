using System.Globalization;
using System.Text;

namespace Fapi.Sdk.Truth.Tests.Wire;

/// <summary>What a fault may do with a request: send, execute, wait, break the connection off.</summary>
internal sealed class Reply(RawExchange exchange, RawConnection connection, RawRequest request)
{
    internal RawConnection Connection => connection;

    internal RawRequest Request => request;

    internal RawExchange Exchange => exchange;

    /// <summary>Milliseconds since 1970 by the clock of the exchange.</summary>
    internal long Now => exchange.Now.ToUnixTimeMilliseconds();

    internal void Execute() => exchange.Ledger.Execute(request, exchange.Time.GetTimestamp());

    internal Task WaitAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), exchange.Time);

    /// <summary>The JSON of success, with other values where they are given.</summary>
    internal string Json(string? leverage = null, string? symbol = null, string maximum = "\"1000000\"") => request.Path == RawExchange.TimePath
        ? $$"""{"serverTime":{{Now}}}"""
        : $$"""{"leverage":{{leverage ?? request.Leverage.ToString(CultureInfo.InvariantCulture)}},"maxNotionalValue":{{maximum}},"symbol":"{{symbol ?? request.Symbol}}"}""";

    internal Task SendAsync(int status, string body, params string[] headers) => SendAsync(status, Encoding.UTF8.GetBytes(body), headers);

    internal Task SendAsync(int status, byte[] body, params string[] headers) => connection.SendAsync(Bytes(status, body, headers));

    internal Task SendRawAsync(string text) => connection.SendAsync(Encoding.Latin1.GetBytes(text));

    internal byte[] Bytes(int status, byte[] body, params string[] headers) => [.. Encoding.Latin1.GetBytes(Head(status, body.Length, headers)), .. body];

    /// <summary>Status line and headers. A header that is given takes the place of the usual one of its name; one without a colon is left out.</summary>
    internal string Head(int status, int length, params string[] headers)
    {
        string[] usual =
        [
            "Content-Type: application/json",
            $"Date: {exchange.Now:R}",
            $"X-MBX-USED-WEIGHT-1M: {exchange.Ledger.UsedWeight(exchange.Now)}",
            $"Content-Length: {length}",
        ];
        var kept = usual.Where(line => !headers.Any(given => given.Split(':')[0].Equals(line.Split(':')[0], StringComparison.OrdinalIgnoreCase)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} -\r\n{string.Concat(kept.Concat(headers.Where(given => given.Contains(':', StringComparison.Ordinal))).Select(line => line + "\r\n"))}\r\n");
    }
}
