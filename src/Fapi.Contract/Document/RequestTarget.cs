namespace Fapi.Contract;

// Path and query of a request target; the absolute form (RFC 9112, 3.2.2) is taken apart too.
internal static class RequestTarget
{
    public const int MaxLength = 65_536;

    public static string PathOf(string target)
    {
        var start = PathStart(target);
        var end = target.AsSpan(start).IndexOfAny('?', '#');
        return end < 0 ? target[start..] : target.Substring(start, end);
    }

    public static ReadOnlySpan<char> QueryOf(string target)
    {
        var start = target.IndexOf('?', StringComparison.Ordinal);
        return start < 0 ? [] : target.AsSpan(start + 1);
    }

    private static int PathStart(string target)
    {
        var authority = target.StartsWith('/') ? -1 : target.IndexOf("://", StringComparison.Ordinal);
        if (authority < 0)
        {
            return 0;
        }

        var slash = target.AsSpan(authority + 3).IndexOfAny('/', '?');
        return slash < 0 ? target.Length : authority + 3 + slash;
    }
}
