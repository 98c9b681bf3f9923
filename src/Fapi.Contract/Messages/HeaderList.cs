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

    public static int Count(this IReadOnlyList<KeyValuePair<string, string>> headers, string name) =>
        headers.Count(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
}
