using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Facts;

/// <summary>One method of one path.</summary>
internal sealed class SpecOperation
{
    /// <summary>Key in x-docs under which the official schema stands, beside the languages of the pages.</summary>
    public const string SchemaKey = "schema";

    public SpecOperation(string method, string path, SourceNode node, SourceNode? shared)
    {
        (Method, Path, Node) = (method, path, node);
        var own = SpecParameter.All(node).ToList();
        Parameters = [.. own, .. SpecParameter.Listed(shared).Where(one => own.All(other => other.Name != one.Name))];
        var content = Success?["content"]?.Entries
            .FirstOrDefault(entry => entry.Name.Contains("json", StringComparison.Ordinal));
        var schema = ResponseNode = content?.Value?["schema"];
        (Fields, UntypedFields) = schema is null ? ([], []) : SpecFields.Read(schema);
        Response = new ResponseSchema(schema);
    }

    public string Method { get; }

    public string Path { get; }

    public string Name => $"{Method} {Path}";

    public SourceNode Node { get; }

    public string? OperationId => Node["operationId"]?.Text;

    public string? Summary => Node["summary"]?.Text;

    public bool IsDeprecated => Node["deprecated"]?.IsTrue is true;

    public IEnumerable<string> Tags => Node["tags"]?.Items.Select(tag => tag.Text).OfType<string>() ?? [];

    /// <summary>True where a security scheme or a header carries the API key.</summary>
    public bool HasKeyHeader =>
        Node["security"]?.Items.Any(item => item.Entries.Any()) is true
        || Node["parameters"]?.Items.Any(SpecParameter.IsKeyHeader) is true;

    public int Line => Node.Line;

    public string? Weight => Node["x-weight"]?.Text;

    public string? SecurityType => Node["x-security-type"]?.Text;

    /// <summary>Parameters that travel in the query, the path or a form.</summary>
    public IReadOnlyList<SpecParameter> Parameters { get; }

    /// <summary>Fields of the response to a request that was carried out; empty where it has no JSON schema.</summary>
    public IReadOnlyList<SpecField> Fields { get; }

    /// <summary>Response fields that the schema gives no type.</summary>
    public IReadOnlyList<string> UntypedFields { get; }

    public SourceNode? ResponseNode { get; }

    /// <summary>Schema of the same response, ready to check examples.</summary>
    public ResponseSchema Response { get; }

    /// <summary>Addresses of the documentation pages by language, in the order in which they are tried.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Pages =>
        Docs.Where(entry => entry.Key != SchemaKey).ToDictionary();

    /// <summary>Addresses of the official schema, in the order in which they are tried.</summary>
    public IReadOnlyList<string> Schemas => Docs.GetValueOrDefault(SchemaKey, []);

    /// <summary>Addresses by language, and those of the schema.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Docs =>
        Node["x-docs"]?.Entries.ToDictionary(
            entry => entry.Name,
            entry => (IReadOnlyList<string>)[.. entry.Value.Items.Select(item => item.Text).OfType<string>()])
            ?? [];

    /// <summary>Responses by status, success left out.</summary>
    public IEnumerable<(string Name, SourceNode Value)> OtherResponses =>
        Node["responses"]?.Entries.Where(entry => !entry.Name.StartsWith('2')) ?? [];

    public IEnumerable<(string Name, SourceNode Value)> ResponseHeaders => Success?["headers"]?.Entries ?? [];

    /// <summary>Servers of the operation, or else of the document.</summary>
    public IReadOnlyList<string> Hosts(SourceNode root) =>
        [.. ((Node["servers"] ?? root["servers"])?.Items ?? []).Select(one => one["url"]?.Text?.TrimEnd('/'))
            .OfType<string>()];

    private SourceNode? Success =>
        Node["responses"]?.Entries.FirstOrDefault(entry => entry.Name.StartsWith('2')).Value;

    /// <summary>Line of a fact, or of the nearest thing around it where the document doesn't state it.</summary>
    public int LineOf(FactKey fact) => fact.Kind switch
    {
        FactKey.WeightKind => (Node["x-ip-weight"] ?? Node["x-uid-weight"] ?? Node["x-weight"])?.Line ?? Line,
        FactKey.DeprecatedKind => Node["deprecated"]?.Line ?? Line,
        FactKey.SignedKind => Node["x-signed"]?.Line ?? Line,
        FactKey.SecurityKind => Node["x-security-type"]?.Line ?? Line,
        FactKey.ParameterKind => Parameters.FirstOrDefault(one => one.Name == fact.Name)?.LineOf(fact.Aspect)
            ?? (Node["parameters"] ?? Node["requestBody"])?.Line ?? Line,
        FactKey.FieldKind => Fields.FirstOrDefault(one => one.Name == fact.Name)?.Line ?? EnclosingLine(fact.Name),
        _ => Line,
    };

    private int EnclosingLine(string? field) =>
        Fields.Where(one => field?.StartsWith(one.Name, StringComparison.Ordinal) is true)
            .MaxBy(one => one.Name.Length)?.Line
        ?? Success?.Line ?? Line;
}
