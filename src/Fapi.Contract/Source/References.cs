namespace Fapi.Contract.Source;

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
