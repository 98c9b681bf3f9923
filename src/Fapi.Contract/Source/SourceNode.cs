using System.Text.Json;
using Newtonsoft.Json;

namespace Fapi.Contract.Source;

/// <summary>A value of a document and its place. A way to a node follows the references on it.</summary>
internal sealed class SourceNode(SourceDocument document, JToken token)
{
    private const int MaxHops = 32;

    public SourceDocument Document => document;

    public JToken Token => token;

    /// <summary>Line of the value's key, or of the value where it has none, counted from 1.</summary>
    public int Line => Math.Max(1, Place.LineNumber);

    /// <summary>Column of the same place, counted from 1.</summary>
    public int Column => Math.Max(1, Place.LinePosition);

    /// <summary>JSON pointer (RFC 6901); empty for the root.</summary>
    public string Pointer => JsonPointer.To(token);

    /// <summary>Key under which the value stands; null for the root and for items of a list.</summary>
    public string? Key => (token.Parent as JProperty)?.Name;

    /// <summary>The same object for every way that leads to this place.</summary>
    public object Identity => token;

    /// <summary>True for a schema of the components, which has a name.</summary>
    public bool IsComponent => Pointer == $"/components/schemas/{Key}";

    public bool IsMap => token is JObject;

    public bool IsList => token is JArray;

    /// <summary>A scalar as text, a number or truth value too; null for null, maps and lists.</summary>
    public string? Text => token switch
    {
        JValue { Value: null } => null,
        JValue { Value: bool flag } => flag ? "true" : "false",
        JValue value => value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    public bool IsWhole => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    public bool IsTrue => token is JValue { Value: true };

    /// <summary>A number, also one that stands in quotes; null for everything else.</summary>
    public decimal? Number =>
        decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Values of a map by key; none for everything else.</summary>
    public IEnumerable<(string Name, SourceNode Value)> Entries =>
        token is JObject map ? map.Properties().Select(p => (p.Name, Child(p.Value))) : [];

    /// <summary>Values of a list; none for everything else.</summary>
    public IEnumerable<SourceNode> Items => token is JArray list ? list.Select(Child) : [];

    /// <summary>The <c>x-</c> entries of a map.</summary>
    public IEnumerable<(string Name, SourceNode Value)> Extensions =>
        Entries.Where(e => e.Name.StartsWith("x-", StringComparison.Ordinal));

    private IJsonLineInfo Place => Keyed.Annotation<Place>() ?? (IJsonLineInfo)Keyed;

    private JToken Keyed => token.Parent is JProperty property ? property : token;

    /// <summary>The value under a key; null when there is none or this is no map.</summary>
    public SourceNode? this[string key] => (token as JObject)?[key] is { } child ? Child(child) : null;

    /// <summary>This node, which has to be a map.</summary>
    public SourceNode Map() => IsMap ? this : throw Error("an object is wanted here");

    public SourceNode RequiredMap(string key) => (this[key] ?? throw Missing(key)).Map();

    /// <summary>The entries of an optional map under a key; none when it is absent.</summary>
    public IEnumerable<(string Name, SourceNode Value)> EntriesOf(string key) => this[key]?.Map().Entries ?? [];

    /// <summary>The items of an optional list under a key; none when it is absent.</summary>
    public IEnumerable<SourceNode> ItemsOf(string key) => this[key] switch
    {
        null => [],
        { IsList: true } list => list.Items,
        var other => throw other.Error("a list is wanted here"),
    };

    public string? TextOf(string key) => this[key] switch
    {
        null => null,
        { Token: JValue { Value: string text } } => text,
        var other => throw other.Error("a text is wanted here; quote it if it looks like a number"),
    };

    public string RequiredTextOf(string key) => TextOf(key) ?? throw Missing(key);

    public bool FlagOf(string key, bool fallback = false) => this[key] switch
    {
        null => fallback,
        { Token: JValue { Value: bool flag } } => flag,
        var other => throw other.Error("true or false is wanted here"),
    };

    public decimal? NumberOf(string key) => this[key] switch
    {
        null => null,
        { Token.Type: JTokenType.Integer or JTokenType.Float, Number: { } number } => number,
        var other => throw other.Error("a number is wanted here"),
    };

    public int? CountOf(string key) => this[key] switch
    {
        null => null,
        { Token: JValue { Value: long number and >= 0 and <= int.MaxValue } } => (int)number,
        var other => throw other.Error($"a whole number from 0 to {int.MaxValue} is wanted here"),
    };

    public JsonElement ToElement()
    {
        using var json = JsonDocument.Parse(token.ToString(Formatting.None), new() { MaxDepth = 128 });
        return json.RootElement.Clone();
    }

    public Dictionary<string, JsonElement> ExtensionElements() =>
        Extensions.ToDictionary(e => e.Name, e => e.Value.ToElement());

    public ContractDocumentException Error(string reason) =>
        new(document.Name, Line, Pointer, reason, column: Column);

    /// <summary>The node that this refers to in the end when it is a reference, else itself.</summary>
    /// <exception cref="ContractDocumentException">The reference leads nowhere, or back to itself.</exception>
    public SourceNode Resolve()
    {
        var current = this;
        for (var hops = 0; hops < MaxHops; hops++)
        {
            if (current.Token is not JObject map || map["$ref"] is not { } reference)
            {
                return current;
            }

            current = new SourceNode(document, reference).Target();
        }

        throw Error("this $ref leads back to itself");
    }

    private ContractDocumentException Missing(string key) => Error($"the key '{key}' is missing");

    private SourceNode Target()
    {
        if (token is not JValue { Type: JTokenType.String })
        {
            throw Error("a $ref is a text");
        }

        var pointer = Text!;
        if (!pointer.StartsWith("#/", StringComparison.Ordinal))
        {
            throw Error($"the $ref {Excerpt.Quote(pointer)} leads out of the document; bundle it into one file first");
        }

        return document.Find(pointer) ?? throw Error($"the $ref {Excerpt.Quote(pointer)} leads nowhere");
    }

    // Every reference was looked up when the document was read; what is none of OpenAPI's stays as it is.
    private SourceNode Child(JToken child)
    {
        var node = new SourceNode(document, child);
        var pointer = (child as JObject)?["$ref"] is JValue { Value: string text } ? text : null;
        return pointer is not null && document.Find(pointer) is not null ? node.Resolve() : node;
    }
}
