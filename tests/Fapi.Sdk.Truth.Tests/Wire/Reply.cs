namespace Fapi.Sdk.Truth.Tests.Wire;

/// <summary>Acts of a fault on a request: send, execute, wait, break the connection off.</summary>
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
    internal string Json(string? leverage = null, string? symbol = null, string maximum = "\"1000000\"")
    {
        if (request.Path == RawExchange.TimePath)
        {
            return $$"""{"serverTime":{{Now}}}""";
        }

        (leverage, symbol) = (leverage ?? $"{request.Leverage}", symbol ?? request.Symbol);
        return $$"""{"leverage":{{leverage}},"maxNotionalValue":{{maximum}},"symbol":"{{symbol}}"}""";
    }

    internal Task SendAsync(int status, string body, params string[] headers) =>
        SendAsync(status, Encoding.UTF8.GetBytes(body), headers);

    internal Task SendAsync(int status, byte[] body, params string[] headers) =>
        connection.SendAsync(Bytes(status, body, headers));

    internal Task SendRawAsync(string text) => connection.SendAsync(Encoding.Latin1.GetBytes(text));

    internal byte[] Bytes(int status, byte[] body, params string[] headers) =>
        [.. Encoding.Latin1.GetBytes(Head(status, body.Length, headers)), .. body];

    /// <summary>Status line and headers. A given one replaces the usual one; without a colon it removes it.</summary>
    internal string Head(int status, int length, params string[] headers)
    {
        string[] usual =
        [
            "Content-Type: application/json",
            $"Date: {exchange.Now:R}",
            $"X-MBX-USED-WEIGHT-1M: {exchange.Ledger.UsedWeight(exchange.Now)}",
            $"Content-Length: {length}",
        ];
        var given = headers.Select(Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lines = usual.Where(line => !given.Contains(Name(line)))
            .Concat(headers.Where(line => line.Contains(':', StringComparison.Ordinal)));
        return $"HTTP/1.1 {status} -\r\n{string.Concat(lines.Select(line => line + "\r\n"))}\r\n";
    }

    private static string Name(string line) => line.Split(':')[0];
}
