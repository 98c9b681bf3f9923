namespace Fapi.Contract.Source;

// RFC 6901.
internal static class JsonPointer
{
    public static string To(JToken token)
    {
        var parts = new Stack<string>();
        var current = DetachedItem.OriginOf(token);
        while (current.Parent is { } parent)
        {
            if (current is JProperty property)
            {
                parts.Push(Escape(property.Name));
            }
            else if (parent is JArray list)
            {
                parts.Push(list.IndexOf(current).ToString(CultureInfo.InvariantCulture));
            }

            current = DetachedItem.OriginOf(parent);
        }

        return parts.Aggregate(new StringBuilder(), (text, part) => text.Append('/').Append(part)).ToString();
    }

    public static string Escape(string part) =>
        part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Unescape(string part) =>
        Uri.UnescapeDataString(part)
            .Replace("~1", "/", StringComparison.Ordinal)
            .Replace("~0", "~", StringComparison.Ordinal);

    // Null when the pointer leads nowhere.
    public static JToken? Follow(JToken root, string pointer)
    {
        var current = root;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var key = Unescape(part);
            current = current switch
            {
                JObject map => map[key],
                JArray list when int.TryParse(key, NumberStyles.None, null, out var i) && i < list.Count => list[i],
                _ => null,
            };
            if (current is null)
            {
                return null;
            }
        }

        return current;
    }
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

    public static JToken OriginOf(JToken token) =>
        token.Annotation<DetachedItem>() is { } detached ? detached.Origin : token;

    private JToken Origin => origin;
}
