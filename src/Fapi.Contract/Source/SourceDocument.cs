namespace Fapi.Contract.Source;

/// <summary>
/// The text of a document, YAML or JSON, as nodes that know their place. Every <c>$ref</c> has been looked up;
/// nothing else of OpenAPI is demanded yet.
/// </summary>
internal sealed class SourceDocument
{
    private readonly string[] _lines;

    private SourceDocument(JObject root, string name, string text)
    {
        Name = name;
        Root = new SourceNode(this, root);
        _lines = text.ReplaceLineEndings("\n").Split('\n');
    }

    /// <summary>Name for messages, usually the file.</summary>
    public string Name { get; }

    public SourceNode Root { get; }

    /// <exception cref="ContractDocumentException">It cannot be read, or a reference in it leads nowhere.</exception>
    public static SourceDocument Parse(string text, string name)
    {
        var document = new SourceDocument(DocumentReader.Read(text, name), name, text);
        References.RequireTargets(document, document.Root.Token);
        return document;
    }

    /// <inheritdoc cref="Parse(string, string)"/>
    /// <param name="utf8">Text in UTF-8, with or without a mark.</param>
    /// <param name="name">Name for messages.</param>
    public static SourceDocument Parse(Stream utf8, string name)
    {
        try
        {
            using var reader = new StreamReader(utf8, new UTF8Encoding(false, true), true, 4096, leaveOpen: true);
            return Parse(reader.ReadToEnd(), name);
        }
        catch (DecoderFallbackException e)
        {
            throw new ContractDocumentException(name, null, null, "not a text in UTF-8", e);
        }
    }

    /// <summary>A line without the blanks around it; empty when there is no such line.</summary>
    /// <param name="line">Counted from 1.</param>
    public string LineText(int line) => line >= 1 && line <= _lines.Length ? _lines[line - 1].Trim() : "";

    /// <summary>The node that a pointer such as <c>/components/schemas/Order</c> leads to, or null.</summary>
    public SourceNode? Find(string pointer) =>
        JsonPointer.Follow(Root.Token, pointer) is { } token ? new SourceNode(this, token) : null;
}

// Every $ref of the document leads somewhere, also those that no operation uses.
internal static class References
{
    // Below these the keys are names that the author chose.
    private static readonly HashSet<string> NameMaps =
    [
        "properties", "responses", "parameters", "headers", "schemas", "requestBodies", "securitySchemes",
        "links", "callbacks", "paths", "content", "encoding", "variables", "mapping", "examples",
    ];

    // Below these stands data, in which a `$ref` is a text like any other.
    private static readonly HashSet<string> Data = ["example", "default", "enum", "value", "mapping"];

    public static void RequireTargets(SourceDocument source, JToken token, bool keysAreNames = false)
    {
        if (token is JObject map && !keysAreNames && map.ContainsKey("$ref"))
        {
            new SourceNode(source, map).Resolve();
            return;
        }

        foreach (var child in token.Children())
        {
            if (child is not JProperty property)
            {
                RequireTargets(source, child);
            }
            else if (keysAreNames || !IsData(property.Name))
            {
                var areNames = !keysAreNames && NameMaps.Contains(property.Name) && property.Value is JObject;
                RequireTargets(source, property.Value, areNames);
            }
        }
    }

    private static bool IsData(string keyword) =>
        Data.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal);
}
