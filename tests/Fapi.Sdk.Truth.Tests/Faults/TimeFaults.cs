using static Fapi.Sdk.Truth.Tests.Faults.Told;

namespace Fapi.Sdk.Truth.Tests.Faults;

/// <summary>Responses to a request for the time.</summary>
internal static class TimeFaults
{
    internal static Fault[] All { get; } =
    [
        new("time hangs", Nothing, reply => reply.Connection.HangAsync()),
        new("time is slow", Nothing, async reply =>
        {
            await reply.WaitAsync(2);
            await reply.SendAsync(200, reply.Json());
        }),
        new("time is reset", Nothing, reply =>
        {
            reply.Connection.Reset();
            return Task.CompletedTask;
        }),
        Time("year 9999", "253402300799999"),
        Time("beyond every year", "9223372036854775807"),
        Time("negative", "-62135596800001"),
        Time("zero", "0"),
        Time("text", "\"now\""),
        Time("too large", "1e30"),
        Time("null", "null"),
        Fault.Respond("time as HTML", Nothing, 200, "<html>12 o'clock</html>"),
        Fault.Respond("time 500", Nothing, 500, ""),
        Fault.Respond("time 200 with an error", Nothing, 200, """{"code":-1000,"msg":"no"}"""),
    ];

    private static Fault Time(string name, string value) =>
        Fault.Respond($"time is {name}", Nothing, 200, $$"""{"serverTime":{{value}}}""");
}
