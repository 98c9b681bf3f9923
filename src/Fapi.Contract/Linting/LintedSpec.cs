using Fapi.Contract.Loading;

namespace Fapi.Contract.Linting;

/// <summary>A spec that is an OpenAPI document, as the rules look at it.</summary>
internal sealed class LintedSpec(SourceNode root, GeneratorSettings settings, HandWrittenCode code)
{
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

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

    public IEnumerable<LintedParameter> Parameters => Operations.SelectMany(operation => operation.Parameters);

    /// <summary>All schemas that the generator sees, those of the components first.</summary>
    public IReadOnlyList<LintedType> Schemas => field ??=
    [
        .. Components("schemas").SelectMany(e => Find(e.Value, e.Name))
            .Concat(Components("parameters").SelectMany(e => Find(e.Value["schema"], e.Name)))
            .Concat(Parameters.SelectMany(parameter => Find(parameter.Schema, parameter.Name)))
            .Concat(
                from operation in Operations
                from media in operation.Success?.EntriesOf("content") ?? []
                from type in Find(media.Value["schema"], "Response")
                select type)
            .Where(type => !settings.ExcludedTypes.Contains(type.Name)),
    ];

    /// <summary>Those that become types.</summary>
    public IEnumerable<LintedType> Types => Schemas.Where(schema => schema.IsType);

    private IEnumerable<(string Name, SourceNode Value)> Components(string kind) =>
        root["components"]?[kind]?.Entries ?? [];

    // A schema, and those below it that were not seen before. A component has its own name, under whatever field it is
    // met first.
    private IEnumerable<LintedType> Find(SourceNode? schema, string name)
    {
        if (schema is null || !_seen.Add(schema.Identity))
        {
            return [];
        }

        name = schema.IsComponent ? schema.Key! : schema["title"]?.Text ?? name;
        var properties = (schema["properties"]?.Entries ?? []).SelectMany(field => Find(field.Value, field.Name));
        var parts = SchemaCycles.Composers.SelectMany(key => schema[key]?.Items ?? [])
            .Append(schema["items"]).Append(schema["additionalProperties"]);
        return properties.Concat(parts.SelectMany(part => Find(part, name))).Prepend(new LintedType(schema, name));
    }
}

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
    public SourceNode? Success => node.EntriesOf("responses").FirstOrDefault(e => e.Name.StartsWith('2')).Value;

    public LintError Error(SourceNode? at, string message) => new(at ?? Place, $"Operation '{Id}' {message}");
}

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

/// <summary>A schema, and the name of its type where it becomes one in C#.</summary>
internal sealed record LintedType(SourceNode Schema, string Name)
{
    public string TypeName { get; } = CSharpName.Type(Name);

    public bool IsType => (Schema["enum"] ?? Schema["properties"]) is not null || Schema["type"]?.Text is "object";
}
