using Fapi.SpecCheck.Commands;
using YamlDotNet.RepresentationModel;

namespace Fapi.SpecCheck.Spec;

/// <summary>Follows <c>$ref</c> within one document.</summary>
internal sealed class SpecReferences(string file, YamlMappingNode root)
{
    private static readonly YamlScalarNode Keyword = new("$ref");

    /// <returns>Key and value that the node refers to in the end, or null where it is no reference.</returns>
    public (YamlNode Key, YamlNode Value)? Target(YamlNode node)
    {
        (YamlNode Key, YamlNode Value)? found = null;
        var seen = new HashSet<string>();
        while (Pointer(found?.Value ?? node) is { } pointer)
        {
            var line = node.Start.Line;
            if (!seen.Add(pointer))
                throw new WrongInputException($"{file} line {line}: the reference {pointer} leads back to itself.");
            found = Find(pointer) ?? throw new WrongInputException(
                $"{file} line {line}: nothing stands at {pointer}; a reference has to name a place in the same file.");
        }

        return found;
    }

    private static string? Pointer(YamlNode node) =>
        node is YamlMappingNode map && map.Children.TryGetValue(Keyword, out var target) && target is YamlScalarNode text
            ? text.Value
            : null;

    private (YamlNode Key, YamlNode Value)? Find(string pointer)
    {
        if (!pointer.StartsWith("#/", StringComparison.Ordinal))
            return null;
        (YamlNode Key, YamlNode Value) place = (root, root);
        foreach (var part in pointer[2..].Split('/'))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (place.Value is not YamlMappingNode map || map.Children.All(child => child.Key.ToString() != name))
                return null;
            var entry = map.Children.First(child => child.Key.ToString() == name);
            place = (entry.Key, entry.Value);
        }

        return place;
    }
}
