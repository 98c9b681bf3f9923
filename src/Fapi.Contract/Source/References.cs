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

    public static void RequireTargets(SourceNode root) =>
        Visit(root.Document, root.Token, keysAreNames: false);

    private static void Visit(SourceDocument source, JToken token, bool keysAreNames)
    {
        if (token is JArray list)
        {
            foreach (var item in list)
            {
                Visit(source, item, keysAreNames: false);
            }
        }
        else if (token is JObject map)
        {
            if (!keysAreNames && map.ContainsKey("$ref"))
            {
                new SourceNode(source, map).Resolve();
                return;
            }

            foreach (var property in map.Properties())
            {
                if (keysAreNames || !IsData(property.Name))
                {
                    Visit(
                        source,
                        property.Value,
                        !keysAreNames && NameMaps.Contains(property.Name) && property.Value is JObject);
                }
            }
        }
    }

    private static bool IsData(string keyword) =>
        Data.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal);
}
