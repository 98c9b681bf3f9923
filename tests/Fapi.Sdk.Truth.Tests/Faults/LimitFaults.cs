using Fapi.Sdk.Truth.Tests.Wire;
using static Fapi.Sdk.Truth.Tests.Faults.Told;

namespace Fapi.Sdk.Truth.Tests.Faults;

/// <summary>Holds, bans and used weight, said in every way that was seen.</summary>
internal static class LimitFaults
{
    private const string TooMany = """{"code":-1003,"msg":"Too many requests."}""";

    internal static Fault[] Holds { get; } =
    [
        Hold("429 Retry-After 3", 3, _ => "3"),
        Hold("429 Retry-After 2.5", 2.5, _ => "2.5"),
        Hold("429 Retry-After as a date", 5, reply => $"{reply.Exchange.Now.AddSeconds(5):R}"),
        Hold("429 Retry-After of nonsense", 0, _ => "soon"),
        Hold("429 Retry-After twice", 3, _ => "3\r\nRetry-After: 3"),
        Fault.Respond("429 without Retry-After", NotExecuted, 429, TooMany),
        Fault.Respond("429 HTML", NotExecuted, 429, "<html>slow down</html>", "Content-Type: text/html"),
    ];

    internal static Fault[] Bans { get; } =
    [
        Ban("418 Retry-After 120", 418, 120, "Way too many requests.", "Retry-After: 120"),
        Ban("418 until in the message", 418, 130, "Way too many requests; IP banned until {0}."),
        Ban("418 Retry-After 0, until in the message", 418, 130, "IP banned until {0}.", "Retry-After: 0"),
        Ban("429 until in the message", 429, 60, "Way too many requests; IP banned until {0}."),
        Ban("403 until in the message", 403, 60, "IP banned until {0}."),
        Ban("400 until in the message", 400, 60, "IP banned until {0}."),
    ];

    internal static Fault[] Weights { get; } =
    [
        Fault.Success("weight of a day first", "X-MBX-USED-WEIGHT-1D: 50000", "X-MBX-USED-WEIGHT-1M: 12"),
        Fault.Success("weight of a day only", "X-MBX-USED-WEIGHT-1D: 50000", "X-MBX-USED-WEIGHT-1M"),
        Fault.Success("weight of an hour only", "X-MBX-USED-WEIGHT-1H: 50000", "X-MBX-USED-WEIGHT-1M"),
        Fault.Success("weight twice", "X-MBX-USED-WEIGHT-1M: 12", "X-MBX-USED-WEIGHT-1M: 13"),
        Fault.Success("weight absent", "X-MBX-USED-WEIGHT-1M"),
        Fault.Success("weight of nonsense", "X-MBX-USED-WEIGHT-1M: many"),
        Fault.Success("weight negative", "X-MBX-USED-WEIGHT-1M: -5"),
        Fault.Success("weight of 2147483647", "X-MBX-USED-WEIGHT-1M: 2147483647") with { Share = 0.2 },
    ];

    internal static Fault[] All { get; } = [.. Holds, .. Bans.Select(ban => ban with { Share = 0.3 }), .. Weights];

    private static Fault Hold(string name, double seconds, Func<Reply, string> after) => new(name, NotExecuted, reply =>
    {
        reply.Exchange.Ledger.Ask(reply.Request, isBan: false, TimeSpan.FromSeconds(seconds));
        return reply.SendAsync(429, TooMany, $"Retry-After: {after(reply)}");
    })
    {
        Share = 0.5,
    };

    private static Fault Ban(string name, int status, int seconds, string message, params string[] headers)
    {
        return new(name, NotExecuted, reply =>
        {
            reply.Exchange.Ledger.Ask(reply.Request, isBan: true, TimeSpan.FromSeconds(seconds));
            var text = string.Format(null, message, reply.Now + (seconds * 1000));
            return reply.SendAsync(status, $$"""{"code":-1003,"msg":"{{text}}"}""", headers);
        });
    }
}
