namespace Fapi.SpecCheck.Facts;

/// <summary>Types as documentation pages write them, and what they may be in a schema.</summary>
internal static partial class DocsType
{
    /// <summary>
    /// The same word for the same type: upper case, no blanks, <c>INT</c> for <c>integer</c>, <c>ARRAY</c> for
    /// <c>LIST</c>.
    /// </summary>
    public static string Normal(string type)
    {
        var text = string.Concat(type.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (List().Match(text) is { Success: true } list)
        {
            return list.Groups["item"].Value is { Length: > 0 } item ? $"ARRAY<{Normal(item)}>" : "ARRAY";
        }

        return text switch
        {
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

    /// <summary>True where a schema says the same as the page.</summary>
    public static bool Fits(string type, SpecParameter parameter)
    {
        var normal = Normal(type);
        if (!normal.StartsWith("ARRAY", StringComparison.Ordinal))
        {
            return Fits(normal, parameter.Type, parameter.Format) || (normal == "STRING" && parameter.IsAlsoText);
        }

        return parameter.Type == "array"
            && (Item(normal) is not { } item || parameter.ItemType is null
                || Fits(item, parameter.ItemType, parameter.ItemFormat));
    }

    /// <summary>A schema that says the same as the page, with the type of the items for an array.</summary>
    public static (string Type, string? Format, string? Item) ToSchema(string type) => Normal(type) switch
    {
        "INT" => ("integer", "int32", null),
        "LONG" => ("integer", "int64", null),
        "DECIMAL" => ("string", "decimal", null),
        "BOOLEAN" => ("boolean", null, null),
        "OBJECT" => ("object", null, null),
        "STRING" or "ENUM" => ("string", null, null),
        var list => ("array", null, Item(list)),
    };

    private static bool Fits(string normal, string? type, string? format) => (normal, type, format) switch
    {
        ("STRING", "string", not "decimal") => true,
        ("ENUM", "string" or "integer", _) => true,
        ("INT", "integer", null or "int32") => true,
        ("LONG", "integer", null or "int64") => true,
        ("DECIMAL", "number", _) or ("DECIMAL", "string", "decimal") => true,
        ("BOOLEAN", "boolean", _) or ("OBJECT", "object", _) => true,
        _ => false,
    };

    private static string? Item(string normal) =>
        List().Match(normal) is { Success: true } list && list.Groups["item"].Value is { Length: > 0 } item ? item
            : null;

    [GeneratedRegex(@"^(LIST|ARRAY)(<(?<item>.+)>|\[\])?$", RegexOptions.NonBacktracking)]
    private static partial Regex List();
}
