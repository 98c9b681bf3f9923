using System.Text.RegularExpressions;

namespace Fapi.Contract.Linting;

/// <summary>Names of the code that the generated client is compiled with.</summary>
internal sealed class HandWrittenCode
{
    private const string Kinds = "(?:class|interface|struct|record(?: struct)?|enum)";

    private HandWrittenCode(string[] sources, string[] templates)
    {
        var client = sources.Where(s => s.Contains("partial class FapiClient", StringComparison.Ordinal));
        var outcomes = sources.Where(s => s.Contains("enum FapiOutcome", StringComparison.Ordinal));
        Methods = [.. All(client, @"^    \w[^=;(\n]* (\w+)(?:<\w+>)?\(")];
        Outcomes = [.. All(outcomes, @"^    (\w+)")];
        Types =
        [
            .. All([.. sources, .. templates], $@"^(?:public (?!partial)|internal )[\w ]*?{Kinds} (\w+)"),
            .. All(sources, @"^namespace ([\w.]+)").SelectMany(name => name.Split('.')),
            .. All(sources, @"^using (\w+)"),
        ];
        var declared = string.Concat(templates);
        Needs =
        [
            .. All(sources, @"\bFapi(?:Operations|ErrorCodes)\.(\w+)").Distinct()
                .Where(name => !Regex.IsMatch(declared, $@"\b{name}\b")),
        ];
    }

    /// <summary>Methods of the client.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <summary>Types, and parts of namespaces, which hide types.</summary>
    public HashSet<string> Types { get; }

    /// <summary>Members of the enumeration that outcome rules name.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>Operations and codes that the client itself uses.</summary>
    public IReadOnlyList<string> Needs { get; }

    /// <param name="folder">Folder of the project, with the templates in <c>Templates</c>.</param>
    public static HandWrittenCode Read(string folder)
    {
        var sources = Directory.EnumerateDirectories(folder).Where(sub => Path.GetFileName(sub) is not ("bin" or "obj"))
            .SelectMany(sub => Directory.EnumerateFiles(sub, "*.cs", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(folder, "*.cs"));
        var templates = Directory.EnumerateFiles(Path.Combine(folder, "Templates"), "*.liquid");
        return new([.. sources.Select(File.ReadAllText)], [.. templates.Select(File.ReadAllText)]);
    }

    private static IEnumerable<string> All(IEnumerable<string> texts, string pattern) =>
        from text in texts
        from Match match in Regex.Matches(text, pattern, RegexOptions.Multiline)
        select match.Groups[1].Value;
}
