namespace Fapi.Sandbox;

/// <content>Faults that break the body of the exchange's own response; the request is processed.</content>
public sealed partial class Fault
{
    /// <summary>The status of the true response, without its body.</summary>
    public static Fault EmptyBody { get; } = Body("empty body", _ => []);

    /// <summary>The first half of the true response; a complete HTTP message, but not complete JSON.</summary>
    public static Fault TruncatedJson { get; } = Body("truncated JSON", body => body[..(body.Length / 2)]);

    /// <summary>The true response with bytes in it that are not UTF-8.</summary>
    public static Fault NotUtf8 { get; } = Body(
        "not UTF-8", body => [.. body[..1], .. "\""u8, 0xC3, 0x28, 0xFF, 0xFE, .. "\":1,"u8, .. body[1..]]);

    /// <summary>The true response, made long by an undocumented property in front.</summary>
    /// <param name="bytes">Length of the body in bytes, at least that of the true response; 10 MB by default.</param>
    /// <returns>The fault.</returns>
    public static Fault BigBody(int bytes = 10_000_000)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return Body(Text($"body of {bytes} bytes"), body =>
        {
            var start = Encoding.ASCII.GetBytes("{\"padding\":\"");
            var end = Encoding.ASCII.GetBytes("\",");
            var filler = Math.Max(0, bytes - body.Length - start.Length - end.Length + 1);
            return [.. start, .. Enumerable.Repeat((byte)'x', filler), .. end, .. body[1..]];
        });
    }

    private static Fault Body(string name, Func<byte[], byte[]> change) => new(name)
    {
        IsProcessed = true,
        BreaksContract = true,
        Replace = (_, whole) => whole!.Body.Length == 0 ? whole : whole with { Body = change(whole.Body) },
    };
}
