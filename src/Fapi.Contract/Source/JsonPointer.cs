namespace Fapi.Contract.Source;

// RFC 6901.
internal static class JsonPointer
{
    public static string To(JToken token)
    {
        var pointer = "";
        for (var current = DetachedItem.OriginOf(token); current.Parent is { } parent;)
        {
            pointer = current switch
            {
                JProperty property => $"/{Escape(property.Name)}{pointer}",
                _ when parent is JArray list => $"/{list.IndexOf(current)}{pointer}",
                _ => pointer,
            };
            current = DetachedItem.OriginOf(parent);
        }

        return pointer;
    }

    public static string Escape(string part) =>
        part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    // Null when the pointer leads nowhere.
    public static JToken? Follow(JToken root, string pointer) => pointer.Split('/').Skip(1).Select(Unescape)
        .Aggregate((JToken?)root, (current, key) => current switch
        {
            JObject map => map[key],
            JArray list when int.TryParse(key, NumberStyles.None, null, out var i) && i < list.Count => list[i],
            _ => null,
        });

    private static string Unescape(string part) => Uri.UnescapeDataString(part)
        .Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}

// NJsonSchema asks every token for its path, and a token in an array finds its index by searching the array: quadratic
// in its length. Items of long arrays are therefore checked as copies without a parent, which remember their origin.
internal sealed class DetachedItem(JToken origin)
{
    private const int LongArray = 64;

    public static JToken Detach(JToken token)
    {
        if (token.Parent is not JArray { Count: > LongArray })
        {
            return token;
        }

        var copy = token.DeepClone();
        copy.AddAnnotation(new DetachedItem(token));
        return copy;
    }

    public static JToken OriginOf(JToken token) => token.Annotation<DetachedItem>()?.Origin ?? token;

    private JToken Origin => origin;
}
