namespace Fapi.Contract.Messages;

internal static class PairReader
{
    // `a=1&b=2` of a query or a form body.
    public static void ReadEncoded(ReadOnlySpan<char> text, string location, List<WireParameter> pairs)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf('&');
            var pair = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? [] : pair[(equals + 1)..];
            pairs.Add(new WireParameter(
                location,
                PercentText.Decode(name, plusIsSpace: true),
                value.ToString(),
                PercentText.Decode(value, plusIsSpace: true)));
        }
    }

    // `a=1; b=2` of a Cookie header (RFC 6265, 4.2.1).
    public static void ReadCookies(string text, List<WireParameter> pairs)
    {
        foreach (var pair in text.Split(';', StringSplitOptions.TrimEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                var value = pair[(equals + 1)..];
                pairs.Add(new WireParameter("cookie", pair[..equals], value, value));
            }
        }
    }
}
