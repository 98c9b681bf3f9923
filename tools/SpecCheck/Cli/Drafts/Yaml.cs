namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Makes maps as a spec has them, and writes them.</summary>
internal static partial class Yaml
{
    /// <summary>A map in the order of its entries; what has no value is left out.</summary>
    public static OrderedDictionary<string, object> Map(params IEnumerable<(string Key, object? Value)> entries) => new(
        from entry in entries
        where entry.Value is not null
        select KeyValuePair.Create(entry.Key, entry.Value));

    public static OrderedDictionary<string, object> Reference(string target) => Map(("$ref", target));

    /// <summary>A comment above the next entry: the library has no node for it, so a key stands for it.</summary>
    public static (string Key, object? Value) Comment(string? text) => ($"# {text}", text is null ? null : "");

    /// <summary>"Change margin type." for "Change Margin Type" and for <c>changeMarginType</c>.</summary>
    public static string Sentence(string name)
    {
        var text = string.Join(' ', Word().Matches(name).Select(match => match.Value.ToLowerInvariant()));
        return text.Length == 0 ? "." : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    /// <summary>The lines below the one key of the root.</summary>
    public static string Save(OrderedDictionary<string, object> root) => string.Concat(
        YamlFile.Write(root).Split('\n').Where(line => line.StartsWith(' '))
            .Select(line => CommentKey().Replace(line, "${text}") + "\n"));

    [GeneratedRegex("""(?<=^ *)["'](?<text># .*)["']: ["']{2}$""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CommentKey();

    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+|[0-9]+|[\p{Lo}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
