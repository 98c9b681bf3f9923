using System.Diagnostics.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Makes nodes in the style of the spec: blocks for what is long, braces for what is short.</summary>
internal static partial class Yaml
{
    /// <summary>A block; an entry without a value is left out.</summary>
    public static YamlMappingNode Map(params IEnumerable<(string Key, YamlNode? Value)> entries) => new(
        from entry in entries
        where entry.Value is not null
        select KeyValuePair.Create<YamlNode, YamlNode>(Text(entry.Key), entry.Value));

    /// <summary>A schema: in braces where nothing in it is a block.</summary>
    public static YamlMappingNode Schema(params IEnumerable<(string Key, YamlNode? Value)> entries)
    {
        var schema = Map(entries);
        schema.Style = schema.Children.Values.All(IsShort) ? MappingStyle.Flow : MappingStyle.Block;
        return schema;
    }

    public static YamlMappingNode Reference(string target) => Schema(("$ref", Text(target)));

    /// <summary>A list in brackets; null where nothing is in it.</summary>
    public static YamlSequenceNode? List(IEnumerable<YamlNode?> items)
    {
        var list = new YamlSequenceNode(items.OfType<YamlNode>()) { Style = SequenceStyle.Flow };
        return list.Children.Count > 0 ? list : null;
    }

    /// <summary>A number or a truth value, which must not be quoted.</summary>
    public static YamlScalarNode? Plain(string? value) => value is null ? null : new YamlScalarNode(value);

    /// <summary>A string, quoted where YAML would take it for something else.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static YamlScalarNode? Text(string? value) => value is null ? null : new YamlScalarNode(value)
    {
        Style = IsOther(value) ? ScalarStyle.SingleQuoted : ScalarStyle.Any,
    };

    /// <summary>A comment above the next entry: the library has no node for it, so a key stands for it.</summary>
    public static (string Key, YamlNode? Value) Comment(string? text) =>
        ($"# {text}", text is null ? null : new YamlScalarNode("") { Style = ScalarStyle.SingleQuoted });

    /// <summary>The lines below the one key of the root.</summary>
    public static string Save(YamlMappingNode root)
    {
        using var text = new StringWriter();
        var settings = new EmitterSettings(
            bestIndent: 2, bestWidth: 200, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: true,
            indentSequences: true, newLine: "\n");
        new YamlStream(new YamlDocument(root)).Save(new Emitter(text, settings), assignAnchors: false);
        var lines = text.ToString().Split('\n').Skip(1).Where(line => line.StartsWith(' '));
        return string.Concat(lines.Select(line => CommentKey().Replace(line, Uncovered).TrimEnd() + "\n"));
    }

    private static string Uncovered(Match comment) =>
        comment.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal);

    private static bool IsShort(YamlNode node) =>
        node is YamlScalarNode or YamlMappingNode { Style: MappingStyle.Flow }
            or YamlSequenceNode { Style: SequenceStyle.Flow };

    private static bool IsOther(string value) =>
        value is "true" or "false" or "null" or "yes" or "no" or "" || value.StartsWith('#')
        || decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex("(?<=^ *)'(?<text># .*)': ''$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CommentKey();
}
