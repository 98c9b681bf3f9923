using YamlDotNet.RepresentationModel;

namespace Fapi.SpecCheck.Spec;

/// <summary>A place in the document: its value with references followed, and the line it stands on.</summary>
internal sealed class SpecNode(YamlNode value, long line, SpecReferences references)
{
    /// <summary>Line, from 1. A value that is a reference has the line of what it refers to.</summary>
    public int Line => (int)line;

    /// <summary>Identity of the value, the same for each way that leads to it.</summary>
    public object Identity => value;

    public string? Text => value is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    public bool IsTrue => Text is "true";

    public IEnumerable<SpecNode> Items => value is YamlSequenceNode list ? list.Select(item => Follow(item, item)) : [];

    public IEnumerable<(string Name, SpecNode Value)> Entries => value is YamlMappingNode map
        ? map.Children.Select(child => (child.Key.ToString(), Follow(child.Key, child.Value)))
        : [];

    public SpecNode? this[string name] =>
        value is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var child)
            ? Follow(map.Children.Keys.First(key => key.Equals(new YamlScalarNode(name))), child)
            : null;

    private SpecNode Follow(YamlNode key, YamlNode child) =>
        references.Target(child) is { } target
            ? new SpecNode(target.Value, target.Key.Start.Line, references)
            : new SpecNode(child, key.Start.Line, references);
}
