using System.Text.Json;
using Fapi.Contract.Loading;
using Fapi.Contract.Schemas;
using Fapi.Contract.Source;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Fapi.SpecCheck.Facts;

/// <summary>One method of one path of an OpenAPI document: what it states, and on which line.</summary>
internal sealed class SpecOperation
{
    /// <summary>Key in x-docs under which the official schema stands, beside the languages of the pages.</summary>
    public const string SchemaKey = "schema";

    private static readonly string[] Methods =
        ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    private readonly Lazy<SchemaCheck?> _response;

    private SpecOperation(string method, string path, SourceNode node, SourceNode item)
    {
        Node = node;
        var content = Success?["content"]?.Entries
            .FirstOrDefault(entry => entry.Name.Contains("json", StringComparison.Ordinal));
        var schema = content?.Value?["schema"];
        var (fields, untyped) = OpenApiFields.Read(schema);
        _response = new Lazy<SchemaCheck?>(() => schema is null ? null : Load(schema));
        Facts = new SourceFacts(node.Document.Name)
        {
            Title = node["summary"]?.Text,
            Method = method,
            Path = path,
            OperationId = node["operationId"]?.Text,
            SecurityType = node["x-security-type"]?.Text,
            IsDeprecated = node["deprecated"]?.IsTrue is true,
            HasKeyHeader = node["security"]?.Items.Any(one => one.Entries.Any()) is true
                || node["parameters"]?.Items.Any(OpenApiParameters.IsKeyHeader) is true,
            Hosts =
            [
                .. ((node["servers"] ?? node.Document.Root["servers"])?.Items ?? [])
                    .Select(one => one["url"]?.Text?.TrimEnd('/')).OfType<string>(),
            ],
            Weight = WeightNode?.Text is { } weight ? new WeightFact(weight, Numbers.Whole(weight)) : null,
            Parameters = OpenApiParameters.Of(node, item),
            ResponseFields = fields,
            ResponseNode = schema,
            Problems = [.. untyped.Select(field => $"The schema gives no type for the response field {field}.")],
        };
    }

    public SourceNode Node { get; }

    public SourceFacts Facts { get; }

    public string Name => Facts.Operation;

    public int Line => Node.Line;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Pages =>
        Docs.Where(entry => entry.Key != SchemaKey).ToDictionary();

    public IReadOnlyList<string> Schemas => Docs.GetValueOrDefault(SchemaKey, []);

    /// <summary>Addresses by language, and those of the schema, in the order in which they are tried.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Docs =>
        Node["x-docs"]?.Entries.ToDictionary(
            entry => entry.Name,
            entry => (IReadOnlyList<string>)[.. entry.Value.Items.Select(item => item.Text).OfType<string>()])
            ?? [];

    public SourceNode? Success =>
        Node["responses"]?.Entries.FirstOrDefault(entry => entry.Name.StartsWith('2')).Value;

    private SourceNode? WeightNode => Node["x-ip-weight"] ?? Node["x-uid-weight"] ?? Node["x-weight"];

    public static IEnumerable<SpecOperation> All(SourceNode root) =>
        from path in root["paths"]?.Entries ?? []
        from method in path.Value.Entries
        where Methods.Contains(method.Name)
        select new SpecOperation(method.Name.ToUpperInvariant(), path.Name, method.Value, path.Value);

    /// <summary>Everything that is wrong with a response; nothing where no schema says what it is.</summary>
    public IReadOnlyList<SchemaFault> FaultsIn(JsonElement response)
    {
        using var text = new StringReader(response.GetRawText());
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        return _response.Value?.Check(JToken.Load(reader), isRequest: false) ?? [];
    }

    /// <summary>Line of a fact, or of the nearest thing around it where the document doesn't state it.</summary>
    public int LineOf(FactKey fact) => fact.Kind switch
    {
        "weight" => WeightNode?.Line,
        "security" => Node["x-security-type"]?.Line,
        FactKey.ParameterKind => Facts.Parameters.FirstOrDefault(one => one.Name == fact.Name)?.LineOf(fact.Aspect)
            ?? (Node["parameters"] ?? Node["requestBody"])?.Line,
        FactKey.FieldKind => Facts.ResponseFields
            .Where(one => fact.Name?.StartsWith(one.Name, StringComparison.Ordinal) is true)
            .MaxBy(one => one.Name.Length)?.Line ?? Success?.Line,
        _ => (Node[fact.Kind] ?? Node[$"x-{fact.Kind}"])?.Line,
    } ?? Line;

    private static SchemaCheck Load(SourceNode schema)
    {
        var loader = new SchemaLoader();
        var check = loader.Add(schema);
        loader.Complete();
        return check;
    }
}
