namespace Fapi.SpecCheck.Facts;

/// <summary>Types as documentation pages write them, and what they may be in a schema.</summary>
internal static partial class DocsType
{
    /// <summary>An integer of a document that doesn't name its width.</summary>
    public const string AnyInteger = "INT/LONG";

    /// <summary>The same word for the same type: <c>INT</c> for <c>integer</c>, <c>ARRAY</c> for <c>LIST</c>.</summary>
    public static string Normal(string type)
    {
        var text = string.Concat(type.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return text switch
        {
            _ when List().IsMatch(text) => Item(text) is { } item ? $"ARRAY<{Normal(item)}>" : "ARRAY",
            "INTEGER" or "INT32" => "INT",
            "INT64" or "TIMESTAMP" => "LONG",
            "BOOL" => "BOOLEAN",
            "STR" or "TEXT" => "STRING",
            "BIGDECIMAL" or "DOUBLE" or "FLOAT" or "NUMBER" => "DECIMAL",
            "JSON" => "OBJECT",
            _ => text,
        };
    }

    public static bool IsKnown(string type) =>
        Normal(type) is var normal && (Item(normal) is { } item
            ? IsKnown(item)
            : normal is "STRING" or "ENUM" or "INT" or "LONG" or "DECIMAL" or "BOOLEAN" or "ARRAY" or "OBJECT");

    /// <summary>True where a spec says the same as the docs.</summary>
    public static bool Fits(string docs, string? spec)
    {
        var type = Normal(docs);
        if (spec is null || type.StartsWith("ARRAY", StringComparison.Ordinal))
        {
            return spec?.StartsWith("ARRAY", StringComparison.Ordinal) is true
                && (Item(type) is not { } item || Item(spec) is not { } ours || Fits(item, ours));
        }

        return spec.Split('/').Any(word =>
            word == type || (type == "ENUM" && word is "STRING" or "INT" or "LONG"));
    }

    private static string? Item(string list) =>
        List().Match(list).Groups["item"].Value is { Length: > 0 } item ? item : null;

    [GeneratedRegex(@"^(LIST|ARRAY)(<(?<item>.+)>|\[\])?$", RegexOptions.NonBacktracking)]
    private static partial Regex List();
}
