namespace Fapi.Benchmarks.Wire;

/// <summary>A request as a server receives it.</summary>
internal sealed record RawRequest(
    string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    /// <returns>Null while the request is not complete.</returns>
    internal static int? LengthOf(ReadOnlySpan<byte> received)
    {
        var head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return null;
        }

        var length = head + 4 + BodyLength(received[..(head + 2)]);
        return length <= received.Length ? length : null;
    }

    internal static RawRequest Parse(ReadOnlySpan<byte> request)
    {
        var text = Encoding.Latin1.GetString(request);
        var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = text[..head].Split("\r\n");
        var start = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .Select(parts => KeyValuePair.Create(parts[0], parts[1]));
        return new RawRequest(start[0], start[1], [.. headers], text[(head + 4)..]);
    }

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var start = head.IndexOf(name);
        if (start < 0)
        {
            return 0;
        }

        var value = head[(start + name.Length)..];
        return int.Parse(value[..value.IndexOf("\r\n"u8)], CultureInfo.InvariantCulture);
    }
}
