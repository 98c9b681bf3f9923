using static Fapi.Sdk.Truth.Tests.Faults.Told;

namespace Fapi.Sdk.Truth.Tests.Faults;

/// <summary>Bodies that are not what they should be, and some that only look so.</summary>
internal static class BodyFaults
{
    private const string Bom = "\uFEFF";
    private static readonly string Blanks = new(' ', 2_000_000);
    private static readonly string Big = new('x', 70_000);

    internal static Fault[] Successes { get; } =
    [
        Fault.Respond("200 HTML", Nothing, 200, "<html>Welcome</html>", "Content-Type: text/html"),
        Fault.Respond("200 empty", Nothing, 200, ""),
        Fault.Respond("200 null", Nothing, 200, "null"),
        Fault.Respond("200 []", Nothing, 200, "[]"),
        Fault.Respond("200 {}", Nothing, 200, "{}"),
        Fault.Respond("200 cut JSON", Nothing, 200, reply => reply.Json()[..^9]),
        Fault.Respond("200 and more JSON", Nothing, 200, reply => reply.Json() + "{}") with { IsTrue = true },
        Fault.Respond("200 deep JSON", Nothing, 200, new string('[', 20_000)),
        Fault.Respond("200 of 2 MB", Nothing, 200, reply => reply.Json() + Blanks) with { IsTrue = true },
        new("200 not UTF-8", Nothing, reply => reply.SendAsync(200, [.. "{\"symbol\":\""u8, 0xFF, .. "\"}"u8])),
        new("200 UTF-16", Nothing, reply => reply.SendAsync(200, Encoding.Unicode.GetBytes(reply.Json()))),
        Fault.Respond("200 BOM", Executed, 200, reply => Bom + reply.Json()),
        Fault.Respond("200 leverage 20.0", Executed, 200, reply => reply.Json($"{reply.Request.Leverage}.0")),
        Fault.Respond("200 leverage 2e1", Executed, 200, reply => reply.Json($"{reply.Request.Leverage}e0")),
        Fault.Respond("200 leverage text", Executed, 200, reply => reply.Json($"\"{reply.Request.Leverage}\"")),
        Fault.Respond("200 leverage 20.5", Nothing, 200, reply => reply.Json($"{reply.Request.Leverage}.5")),
        Fault.Respond("200 other leverage", Nothing, 200, reply => reply.Json($"{(reply.Request.Leverage % 125) + 1}")),
        Fault.Respond("200 other symbol", Nothing, 200, reply => reply.Json(symbol: "X")),
        Fault.Respond("200 echoes key", Executed, 200, reply => reply.Json(maximum: $"\"{reply.Request.ApiKey}\"")),
    ];

    internal static Fault[] Errors { get; } =
    [
        Fault.Respond("400 BOM", NotExecuted, 400, Bom + """{"code":-4028,"msg":"no"}"""),
        Fault.Respond("400 code as float", NotExecuted, 400, """{"code":-4028.0,"msg":"no"}"""),
        Fault.Respond("400 code as text", NotExecuted, 400, """{"code":"-4028","msg":"no"}"""),
        Fault.Respond("400 message as number", NotExecuted, 400, """{"msg":{"a":1},"code":-4028}"""),
        Fault.Respond("400 in an array", NotExecuted, 400, """[{"code":-4028,"msg":"no"}]"""),
        Fault.Respond("400 message of 70,000", NotExecuted, 400, $$"""{"code":-4028,"msg":"{{Big}}"}"""),
        Fault.Respond("400 BOM -1007", Nothing, 400, Bom + """{"code":-1007,"msg":"no"}"""),
        Fault.Respond("400 -1007 as text", Nothing, 400, """{"code":"-1007","msg":"no"}"""),
        Fault.Respond("400 cut JSON", Nothing, 400, """{"code":-10"""),
        Fault.Respond("400 empty", Nothing, 400, ""),
        Fault.Respond("400 HTML", Nothing, 400, "<html>Bad request</html>", "Content-Type: text/html"),
        Fault.Respond("400 echoes key", NotExecuted, 400, reply => Echo(reply.Request.ApiKey!)),
        Fault.Respond("400 echoes key escaped", NotExecuted, 400, reply => Echo(Escaped(reply.Request.ApiKey!))),
        Fault.Respond("400 echoes signature", NotExecuted, 400, reply => Echo(reply.Request.Target)),
        Fault.Respond("502 echoes request", Nothing, 502, reply => $"<html>{reply.Request.Text}</html>"),
    ];

    internal static Fault[] All { get; } = [.. Successes, .. Errors];

    private static string Echo(string text) => $$"""{"code":-2015,"msg":"Invalid {{text}}"}""";

    private static string Escaped(string text) => string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
}
