using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Http;

/// <summary>Input for the fuzz run: noise, damaged requests, and well-formed requests with odd content.</summary>
internal static class FuzzBytes
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS", "TRACE", "FOO"];
    private static readonly string[] Pieces =
    [
        "&", "=", "?", "#", "%", "%00", "%FF", "%E5%B8%81", "+", "/", "//", "..", "symbol", "leverage", "timestamp",
        "recvWindow", "signature", "BTCUSDT", "21", "-1", "99999999999999999999", "1e9", "0x10", "\"", "<", ";", "'",
        "{}",
    ];

    public static byte[] Make(Random random, Caller caller) => random.Next(4) switch
    {
        0 => Noise(random),
        1 => Damage(random, Valid(random, caller)),
        2 => Odd(random, caller),
        _ => Valid(random, caller),
    };

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(1, 2000)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Valid(Random random, Caller caller)
    {
        var query = caller.WithSignature($"symbol=BTCUSDT&leverage={random.Next(1, 126)}&timestamp={caller.Now}");
        return Request("POST", $"{Caller.LeveragePath}?{query}", caller, "");
    }

    private static byte[] Damage(Random random, byte[] bytes)
    {
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(bytes.Length);
            bytes = random.Next(3) switch
            {
                0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 20))..], (byte)'\n'],
                _ => [.. bytes[..at], .. bytes[at..], .. bytes[at..]],
            };
        }

        return bytes;
    }

    private static byte[] Odd(Random random, Caller caller)
    {
        string Soup(int most) =>
            string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        var path = random.Next(3) switch { 0 => Caller.LeveragePath, 1 => Caller.TimePath, _ => "/" + Soup(6) };
        var soup = Soup(12);
        var header = random.Next(3) switch
        {
            0 => $"Cookie: {Soup(8)}\r\n",
            1 => $"Content-Encoding: gzip\r\nX-{random.Next(9)}: {Soup(5)}\r\n",
            _ => ""
        };
        var query = random.Next(2) == 0 ? soup : caller.WithSignature($"{soup}&timestamp={caller.Now}");
        return Request(Methods[random.Next(Methods.Length)], $"{path}?{query}", caller,
            random.Next(2) == 0 ? "" : Soup(30), header);
    }

    private static byte[] Request(string method, string target, Caller caller, string body, string header = "") =>
        Encoding.Latin1.GetBytes(
            $"{method} {target} HTTP/1.1\r\nHost: localhost\r\nX-MBX-APIKEY: {caller.Key.ApiKey}\r\n"
            + $"Connection: close\r\n{header}Content-Type: application/x-www-form-urlencoded\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n{body}");
}
