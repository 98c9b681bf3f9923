using System.Text.Json;
using Fapi.Contract.Source;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Fapi.Contract.Loading;

// The tree of a document, with references followed and errors that name the place.
internal sealed class SourceTree(JObject root, string name)
{
    private const int MaxHops = 32;

    public string Name => name;

    public JObject Root => root;

    public ContractDocumentException Error(JToken at, string reason) =>
        new(name, at is IJsonLineInfo info && info.HasLineInfo() ? info.LineNumber : null, JsonPointer.To(at), reason);

    // The object behind a token: itself, or what its $ref leads to.
    public JObject Resolve(JToken token)
    {
        var current = token;
        for (var hops = 0; hops < MaxHops; hops++)
        {
            var map = Map(current);
            if (map["$ref"] is not { } reference)
            {
                return map;
            }

            current = Target(reference);
        }

        throw Error(token, "this $ref leads back to itself");
    }

    public JToken Target(JToken reference)
    {
        if (reference is not JValue { Type: JTokenType.String })
        {
            throw Error(reference, "a $ref is a text");
        }

        var pointer = (string)reference!;
        if (!pointer.StartsWith("#/", StringComparison.Ordinal))
        {
            throw Error(
                reference,
                $"the $ref {Excerpt.Quoted(pointer)} leads out of the document; bundle it into one file first");
        }

        return JsonPointer.Follow(root, pointer)
            ?? throw Error(reference, $"the $ref {Excerpt.Quoted(pointer)} leads nowhere");
    }

    public JObject Map(JToken token) => token as JObject ?? throw Error(token, "an object is wanted here");

    public JObject RequiredMap(JObject map, string key) =>
        Map(map[key] ?? throw Error(map, $"the key '{key}' is missing"));

    // The entries of an optional object; none when it is absent.
    public IEnumerable<JProperty> Entries(JObject map, string key) =>
        map[key] is { } value ? Map(value).Properties() : [];

    // The items of an optional list; none when it is absent.
    public IEnumerable<JToken> Items(JObject map, string key) => map[key] switch
    {
        null => [],
        JArray list => list,
        var other => throw Error(other, "a list is wanted here"),
    };

    public string? Text(JObject map, string key) => map[key] switch
    {
        null => null,
        JValue { Type: JTokenType.String } text => (string)text!,
        var other => throw Error(other, "a text is wanted here; quote it if it looks like a number"),
    };

    public string RequiredText(JObject map, string key) =>
        Text(map, key) ?? throw Error(map, $"the key '{key}' is missing");

    public bool Flag(JObject map, string key, bool fallback = false) => map[key] switch
    {
        null => fallback,
        JValue { Type: JTokenType.Boolean } flag => (bool)flag,
        var other => throw Error(other, "true or false is wanted here"),
    };

    public decimal? Number(JObject map, string key) => map[key] switch
    {
        null => null,
        JValue { Type: JTokenType.Integer or JTokenType.Float, Value: IConvertible number } =>
            Convert.ToDecimal(number, null),
        var other => throw Error(other, "a number is wanted here"),
    };

    public int? Count(JObject map, string key) => map[key] switch
    {
        null => null,
        JValue { Value: long number and >= 0 and <= int.MaxValue } => (int)number,
        var other => throw Error(other, $"a whole number from 0 to {int.MaxValue} is wanted here"),
    };

    // The example of a media type, parameter or header, or else that of its schema.
    public JToken? Example(JObject holder, JToken? schema = null)
    {
        schema ??= holder["schema"];
        return holder["example"]
            ?? Entries(holder, "examples").Select(e => Resolve(e.Value)["value"]).FirstOrDefault()
            ?? (schema is null ? null : Resolve(schema)["example"]);
    }

    public static JsonElement? Element(JToken? token)
    {
        if (token is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(
            token.ToString(Formatting.None),
            new JsonDocumentOptions { MaxDepth = 128 });
        return document.RootElement.Clone();
    }

    public static Dictionary<string, JsonElement> Extensions(JObject map) =>
        map.Properties()
            .Where(p => p.Name.StartsWith("x-", StringComparison.Ordinal))
            .ToDictionary(p => p.Name, p => Element(p.Value)!.Value);
}
