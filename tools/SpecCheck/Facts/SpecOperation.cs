using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Facts;

/// <summary>One method of one path.</summary>
internal sealed class SpecOperation
{
    private readonly SourceNode _node;

    public SpecOperation(string method, string path, SourceNode node, SourceNode? shared)
    {
        (Method, Path, _node) = (method, path, node);
        var own = SpecParameter.All(node).ToList();
        Parameters = [.. own, .. SpecParameter.Listed(shared).Where(one => own.All(other => other.Name != one.Name))];
        var content = Success?["content"]?.Entries
            .FirstOrDefault(entry => entry.Name.Contains("json", StringComparison.Ordinal));
        var schema = content?.Value?["schema"];
        Fields = schema is null ? [] : SpecFields.Read(schema);
        Response = new ResponseSchema(schema);
    }

    public string Method { get; }

    public string Path { get; }

    public string Name => $"{Method} {Path}";

    public int Line => _node.Line;

    public string? Weight => _node["x-weight"]?.Text;

    public string? SecurityType => _node["x-security-type"]?.Text;

    /// <summary>Parameters that travel in the query, the path or a form.</summary>
    public IReadOnlyList<SpecParameter> Parameters { get; }

    /// <summary>Fields of the response to a request that was carried out; empty where it has no JSON schema.</summary>
    public IReadOnlyList<SpecField> Fields { get; }

    /// <summary>Schema of the same response.</summary>
    public ResponseSchema Response { get; }

    /// <summary>Addresses of the documentation pages by language, in the order in which they are tried.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Docs =>
        _node["x-docs"]?.Entries.ToDictionary(
            entry => entry.Name,
            entry => (IReadOnlyList<string>)[.. entry.Value.Items.Select(item => item.Text).OfType<string>()]) ?? [];

    /// <summary>Responses by status, success left out.</summary>
    public IEnumerable<(string Name, SourceNode Value)> OtherResponses =>
        _node["responses"]?.Entries.Where(entry => !entry.Name.StartsWith('2')) ?? [];

    public IEnumerable<(string Name, SourceNode Value)> ResponseHeaders => Success?["headers"]?.Entries ?? [];

    private SourceNode? Success =>
        _node["responses"]?.Entries.FirstOrDefault(entry => entry.Name.StartsWith('2')).Value;

    /// <summary>Line of a fact, or of the nearest thing around it where the document doesn't state it.</summary>
    public int LineOf(FactKey fact) => fact.Kind switch
    {
        FactKey.WeightKind => _node["x-weight"]?.Line ?? Line,
        FactKey.SecurityKind => _node["x-security-type"]?.Line ?? Line,
        FactKey.ParameterKind => Parameters.FirstOrDefault(one => one.Name == fact.Name)?.LineOf(fact.Aspect)
            ?? _node["parameters"]?.Line ?? Line,
        FactKey.FieldKind => Fields.FirstOrDefault(one => one.Name == fact.Name)?.Line ?? EnclosingLine(fact.Name),
        _ => Line,
    };

    private int EnclosingLine(string? field) =>
        Fields.Where(one => field?.StartsWith(one.Name, StringComparison.Ordinal) is true)
            .MaxBy(one => one.Name.Length)?.Line
        ?? Success?.Line ?? Line;
}
