namespace Fapi.Contract.Messages;

internal static class HeaderList
{
    // The first value of a header, null when it was not sent.
    public static string? Find(this IReadOnlyList<KeyValuePair<string, string>> headers, string name)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return headers[i].Value;
            }
        }

        return null;
    }

    public static int Count(this IReadOnlyList<KeyValuePair<string, string>> headers, string name)
    {
        var count = 0;
        for (var i = 0; i < headers.Count; i++)
        {
            count += headers[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return count;
    }
}
