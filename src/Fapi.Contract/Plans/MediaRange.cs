namespace Fapi.Contract.Plans;

// A content type of the document, which may hold wildcards: `*/*`, `text/*`.
internal readonly record struct MediaRange(string Type)
{
    public bool IsJson =>
        Type.EndsWith("/json", StringComparison.OrdinalIgnoreCase)
        || Type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    public bool IsForm => Type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    public static MediaRange Parse(string contentType)
    {
        var end = contentType.IndexOf(';', StringComparison.Ordinal);
        return new((end < 0 ? contentType : contentType[..end]).Trim());
    }

    public bool Covers(MediaRange sent) =>
        Type.Equals(sent.Type, StringComparison.OrdinalIgnoreCase)
        || Type == "*/*"
        || (Type.EndsWith("/*", StringComparison.Ordinal)
            && sent.Type.StartsWith(Type[..^1], StringComparison.OrdinalIgnoreCase));
}
