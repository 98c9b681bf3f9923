using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Facts;

/// <summary>A parameter of a request.</summary>
/// <param name="place"><c>query</c>, <c>path</c>, <c>header</c>, <c>form</c> or <c>body</c>.</param>
internal sealed class SpecParameter(string name, SourceNode node, SourceNode? schema, bool required, string place)
{
    private const string Form = "application/x-www-form-urlencoded";
    private static readonly string[] Bounds = ["minimum", "maximum"];

    public string Name => name;

    public bool Required => required;

    public string Place => place;

    public string? Description => (node["description"] ?? schema?["description"])?.Text;

    public bool IsDeprecated => node["deprecated"]?.IsTrue is true || schema?["deprecated"]?.IsTrue is true;

    /// <summary>Keywords of its schema and of that of its items.</summary>
    public IEnumerable<string> Keywords =>
        new[] { schema, schema?["items"] }.OfType<SourceNode>().SelectMany(one => one.Entries)
            .Select(entry => entry.Name);

    /// <summary>Bounds that are no numbers.</summary>
    public IEnumerable<string> BrokenBounds =>
        Bounds.Where(bound => schema?[bound] is { } value && value.Number is null);

    public string? Type => schema?["type"]?.Text;

    public string? Format => schema?["format"]?.Text;

    /// <summary>True for a boolean of which the spec says that it may be text.</summary>
    public bool IsAlsoText => schema?["x-also"]?.Text == "text";

    public string? ItemType => schema?["items"]?["type"]?.Text;

    public string? ItemFormat => schema?["items"]?["format"]?.Text;

    /// <summary>Smallest allowed value, inclusive.</summary>
    public decimal? Minimum => Bound("minimum", "exclusiveMinimum", 1);

    /// <summary>Largest allowed value, inclusive.</summary>
    public decimal? Maximum => Bound("maximum", "exclusiveMaximum", -1);

    public string? Default => schema?["default"]?.Text;

    /// <summary>Allowed values; null where any is.</summary>
    public IReadOnlyList<string>? Enum =>
        (schema?["enum"] ?? schema?["items"]?["enum"])?.Items.Select(item => item.Text).OfType<string>().ToList()
            is { Count: > 0 } values ? values : null;

    /// <summary>One aspect as the spec words it.</summary>
    public string? this[string aspect] => aspect switch
    {
        FactKey.Type when ItemType is { } item => $"{Type} of {SpecField.Word(item, ItemFormat)}",
        FactKey.Type => Type is null ? null : SpecField.Word(Type, Format),
        FactKey.Mandatory => Required ? "required: true" : "required: false",
        FactKey.Minimum => Numbers.Text(Minimum),
        FactKey.Maximum => Numbers.Text(Maximum),
        FactKey.Default => Default,
        FactKey.Enum => Enum is null ? null : string.Join(", ", Enum),
        FactKey.Place => Place,
        _ => null,
    };

    public static IEnumerable<SpecParameter> All(SourceNode operation) =>
        Listed(operation["parameters"]).Concat(InForm(operation["requestBody"]));

    public static IEnumerable<SpecParameter> Listed(SourceNode? list) => Read(list?.Items ?? []);

    public static IEnumerable<SpecParameter> Read(IEnumerable<SourceNode> nodes) =>
        from node in nodes
        where node["in"]?.Text is not null && node["name"]?.Text is not null && !IsKeyHeader(node)
        select new SpecParameter(
            node["name"]!.Text!,
            node,
            node["schema"] ?? node["content"]?.Entries.FirstOrDefault().Value?["schema"],
            node["required"]?.IsTrue is true,
            node["in"]!.Text!);

    /// <summary>True for the header with the API key, which a security scheme may stand for.</summary>
    public static bool IsKeyHeader(SourceNode node) =>
        node["in"]?.Text == "header"
        && string.Equals(node["name"]?.Text, "X-MBX-APIKEY", StringComparison.OrdinalIgnoreCase);

    /// <summary>Line of one aspect, or of the parameter where it doesn't state it.</summary>
    public int LineOf(string? aspect) => aspect switch
    {
        FactKey.Mandatory => node["required"]?.Line,
        FactKey.Type => schema?["type"]?.Line,
        null => null,
        _ => schema?[aspect]?.Line ?? schema?.Line,
    } ?? node.Line;

    private static IEnumerable<SpecParameter> InForm(SourceNode? body)
    {
        var form = body?["content"]?[Form];
        var schema = (form ?? body?["content"]?.Entries.FirstOrDefault().Value)?["schema"];
        var mandatory = schema?["required"]?.Items.Select(item => item.Text).ToHashSet() ?? [];
        return schema?["properties"]?.Entries.Select(entry =>
            new SpecParameter(
            entry.Name, entry.Value, entry.Value, mandatory.Contains(entry.Name), form is null ? "body" : "form"))
                ?? [];
    }

    private decimal? Bound(string inclusive, string exclusive, int step)
    {
        // OpenAPI 3.0 has exclusive bounds as a flag beside the bound, 3.1 as a bound of their own.
        var bound = schema?[inclusive]?.Number ?? schema?[exclusive]?.Number + step;
        return schema?[exclusive]?.IsTrue is true ? bound + step : bound;
    }
}
