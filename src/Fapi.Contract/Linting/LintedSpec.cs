using Fapi.Contract.Loading;
using Fapi.Contract.Source;

namespace Fapi.Contract.Linting;

/// <summary>A spec that is an OpenAPI document, as the rules look at it.</summary>
internal sealed class LintedSpec(SourceNode root, GeneratorSettings settings, HandWrittenCode code)
{
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

    /// <summary>Items of a list of the document, such as <c>x-outcomes</c>.</summary>
    public IEnumerable<SourceNode> Facts(string key) => root.ItemsOf(key);

    /// <summary>Schemas that become types, and the names that they take in C#.</summary>
    public IEnumerable<LintedType> Types => new TypeWalk(this).All();
}

/// <summary>An operation of the spec.</summary>
internal sealed class LintedOperation(
    string path, string method, SourceNode node, SourceNode item, GeneratorSettings settings)
{
    public string Path => path;

    public string Method => method.ToUpperInvariant();

    public SourceNode Node => node;

    public string? Id { get; } = node["operationId"]?.Text;

    /// <summary>Where to say what the operation lacks.</summary>
    public SourceNode Place { get; } = node["operationId"] ?? node;

    /// <summary>Parameters that the method has.</summary>
    public IReadOnlyList<LintedParameter> Parameters { get; } =
    [
        .. ParameterLoader.Nodes(item, node)
            .Where(parameter => !settings.ExcludedParameters.Contains(parameter["name"]?.Text ?? ""))
            .Select(parameter => new LintedParameter(parameter, node["operationId"]?.Text ?? path)),
    ];

    /// <summary>The response to a call that was carried out.</summary>
    public SourceNode? Success => node["responses"]?.Entries.FirstOrDefault(e => e.Name.StartsWith('2')).Value;

    public LintError Error(SourceNode? at, string message) => new(at ?? Place, $"Operation '{Id ?? Path}' {message}");
}

/// <summary>A parameter of a method.</summary>
internal sealed class LintedParameter(SourceNode node, string operation)
{
    public string Name { get; } = node["name"]?.Text ?? "";

    public string? In { get; } = node["in"]?.Text;

    public SourceNode? Schema { get; } = node["schema"];

    public LintError Error(SourceNode? at, string message) =>
        new(at ?? node, $"Parameter '{Name}' of '{operation}' {message}");
}
