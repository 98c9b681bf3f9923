using Fapi.Contract.Loading;

namespace Fapi.Contract.Linting;

/// <summary>A spec that is an OpenAPI document, as the rules look at it.</summary>
internal sealed class LintedSpec(SourceNode root, GeneratorSettings settings, HandWrittenCode code)
{
    private List<LintedType>? _schemas;

    public SourceNode Root => root;

    public GeneratorSettings Settings => settings;

    public HandWrittenCode Code => code;

    public IReadOnlyList<LintedOperation> Operations { get; } =
    [
        .. from path in root.EntriesOf("paths")
           where path.Name.StartsWith('/')
           from method in path.Value.Entries
           where OperationLoader.Methods.Contains(method.Name)
           select new LintedOperation(path.Name, method.Name, method.Value, path.Value, settings),
    ];

    /// <summary>All schemas that the generator sees, those of the components first.</summary>
    public IReadOnlyList<LintedType> Schemas => _schemas ??= FindSchemas();

    /// <summary>Those that become types.</summary>
    public IEnumerable<LintedType> Types => Schemas.Where(schema => schema.IsType);

    private List<LintedType> FindSchemas()
    {
        var parameters = Operations.SelectMany(operation => operation.Parameters).Select(p => (p.Name, p.Schema));
        var responses = Operations.SelectMany(operation => operation.Success?["content"]?.Entries ?? []);
        var schemas = (root["components"]?["schemas"]?.Entries ?? []).Select(e => (e.Name, (SourceNode?)e.Value))
            .Concat((root["components"]?["parameters"]?.Entries ?? []).Select(e => (e.Name, e.Value["schema"])))
            .Concat(parameters)
            .Concat(responses.Select(media => ("Response", media.Value["schema"])));
        var found = new List<LintedType>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (name, schema) in schemas)
        {
            LintedType.Find(schema, name, seen, found);
        }

        return [.. found.Where(type => !settings.ExcludedTypes.Contains(type.Name))];
    }
}

/// <summary>An operation of the spec.</summary>
internal sealed class LintedOperation(
    string path, string method, SourceNode node, SourceNode item, GeneratorSettings settings)
{
    public string Path => path;

    public string Method => method.ToUpperInvariant();

    public SourceNode Node => node;

    /// <summary>The <c>operationId</c>, empty when there is none.</summary>
    public string Id { get; } = node["operationId"]?.Text ?? "";

    /// <summary>Where to say what the operation lacks.</summary>
    public SourceNode Place { get; } = node["operationId"] ?? node;

    /// <summary>True when parameters of it go into a form.</summary>
    public bool HasForm => node["x-form"] is not null;

    /// <summary>All parameters, those too that the client adds by itself.</summary>
    public IReadOnlyList<SourceNode> Nodes { get; } = ParameterLoader.Nodes(item, node);

    /// <summary>Parameters that the method has.</summary>
    public IReadOnlyList<LintedParameter> Parameters { get; } =
    [
        .. ParameterLoader.Nodes(item, node)
            .Where(parameter => !settings.ExcludedParameters.Contains(parameter["name"]?.Text ?? ""))
            .Select(parameter => new LintedParameter(parameter, node["operationId"]?.Text ?? path)),
    ];

    /// <summary>The response to a call that was carried out.</summary>
    public SourceNode? Success => node["responses"]?.Entries.FirstOrDefault(e => e.Name.StartsWith('2')).Value;

    public LintError Error(SourceNode? at, string message) => new(at ?? Place, $"Operation '{Id}' {message}");
}

/// <summary>A parameter of a method.</summary>
internal sealed class LintedParameter(SourceNode node, string operation)
{
    public string Name { get; } = node["name"]?.Text ?? "";

    public string? In { get; } = node["in"]?.Text;

    public SourceNode? Schema { get; } = node["schema"];

    public bool IsRequired { get; } = node["required"]?.IsTrue is true;

    public bool HasExample => ParameterLoader.Example(node, Schema) is not null;

    public LintError Error(SourceNode? at, string message) =>
        new(at ?? node, $"Parameter '{Name}' of '{operation}' {message}");
}
