using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Facts;

/// <summary>Reads the parameters of an operation of an OpenAPI document.</summary>
internal static class OpenApiParameters
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Parameters in query, path, header and body; the key's header left out.</summary>
    public static IReadOnlyList<ParameterFact> Of(SourceNode operation, SourceNode? path)
    {
        List<ParameterFact> own = [.. Read(operation["parameters"]?.Items), .. InBody(operation["requestBody"])];
        var shared = Read(path?["parameters"]?.Items).Where(one => own.TrueForAll(other => other.Name != one.Name));
        return [.. own, .. shared];
    }

    public static IEnumerable<ParameterFact> Read(IEnumerable<SourceNode>? nodes) =>
        from node in nodes ?? []
        where node["in"]?.Text is not null && node["name"]?.Text is not null && !IsKeyHeader(node)
        select Read(
            node["name"]!.Text!,
            node,
            node["schema"] ?? node["content"]?.Entries.FirstOrDefault().Value?["schema"],
            node["required"]?.IsTrue is true,
            node["in"]!.Text!);

    /// <summary>True for the header with the API key, which a security scheme may stand for.</summary>
    public static bool IsKeyHeader(SourceNode node) =>
        node["in"]?.Text == "header"
        && string.Equals(node["name"]?.Text, "X-MBX-APIKEY", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ParameterFact> InBody(SourceNode? body)
    {
        var form = body?["content"]?[Form];
        var schema = (form ?? body?["content"]?.Entries.FirstOrDefault().Value)?["schema"];
        var mandatory = schema?["required"]?.Items.Select(item => item.Text).ToHashSet() ?? [];
        var place = form is null ? "body" : "form";
        return schema?["properties"]?.Entries.Select(one =>
            Read(one.Name, one.Value, one.Value, mandatory.Contains(one.Name), place)) ?? [];
    }

    private static ParameterFact Read(string name, SourceNode node, SourceNode? schema, bool isRequired, string place)
    {
        List<string> values =
            [.. (schema?["enum"] ?? schema?["items"]?["enum"])?.Items.Select(item => item.Text).OfType<string>() ?? []];
        return new ParameterFact(
            name,
            TypeOf(schema),
            isRequired ? "YES" : "NO",
            (node["description"] ?? schema?["description"])?.Text,
            Bound("minimum", "exclusiveMinimum", 1),
            Bound("maximum", "exclusiveMaximum", -1),
            schema?["default"]?.Text,
            values.Count > 0 ? values : null,
            place,
            node["deprecated"]?.IsTrue is true || schema?["deprecated"]?.IsTrue is true)
        {
            Node = node,
            Schema = schema,
        };

        // Inclusive; OpenAPI 3.0 has exclusive bounds as a flag beside the bound, 3.1 as a bound of their own.
        decimal? Bound(string inclusive, string exclusive, int step)
        {
            var bound = schema?[inclusive]?.Number ?? schema?[exclusive]?.Number + step;
            return schema?[exclusive]?.IsTrue is true ? bound + step : bound;
        }
    }

    /// <summary>The words that pages have for a type, so that one rule compares both.</summary>
    private static string? TypeOf(SourceNode? schema) => (schema?["type"]?.Text, schema?["format"]?.Text) switch
    {
        ("string", "decimal") or ("number", _) => "DECIMAL",
        ("string", _) => "STRING",
        ("integer", "int32") => "INT",
        ("integer", "int64") => "LONG",
        ("integer", _) => DocsType.AnyInteger,
        ("boolean", _) => schema!["x-also"]?.Text == "text" ? "BOOLEAN/STRING" : "BOOLEAN",
        ("object", _) => "OBJECT",
        ("array", _) => TypeOf(schema!["items"]) is { } item ? $"ARRAY<{item}>" : "ARRAY",
        _ => null,
    };
}
