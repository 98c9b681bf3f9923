using Newtonsoft.Json.Linq;

namespace Fapi.Contract.Source;

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
