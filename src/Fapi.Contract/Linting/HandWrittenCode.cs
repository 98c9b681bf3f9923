using System.Text.RegularExpressions;

namespace Fapi.Contract.Linting;

/// <summary>Names of the code that the generated client is compiled with.</summary>
internal sealed partial class HandWrittenCode
{
    private HandWrittenCode(IReadOnlyCollection<string> sources, IReadOnlyCollection<string> templates)
    {
        var members = sources.Where(s => s.Contains("partial class FapiClient", StringComparison.Ordinal));
        Methods = [.. members.SelectMany(s => All(Method(), s))];
        var namespaces = sources.SelectMany(s => All(Namespace(), s).SelectMany(name => name.Split('.')));
        Types = [.. sources.Concat(templates).SelectMany(s => All(Type(), s)), .. namespaces, .. sources.SelectMany(s => All(Using(), s))];
        var outcomes = sources.Where(s => s.Contains("enum FapiOutcome", StringComparison.Ordinal));
        Outcomes = [.. outcomes.SelectMany(s => All(EnumMember(), s))];
        var facts = string.Concat(templates);
        Needs = [.. sources.SelectMany(s => All(Need(), s)).Distinct().Where(name => !Regex.IsMatch(facts, $@"\b{name}\b"))];
    }

    /// <summary>Methods of the client.</summary>
    public HashSet<string> Methods { get; }

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
        var templates = Directory.EnumerateFiles(Path.Combine(folder, "Templates"), "Facts.*.liquid");
        return new([.. sources.Select(File.ReadAllText)], [.. templates.Select(File.ReadAllText)]);
    }

    private static IEnumerable<string> All(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^    \w[^=;(\n]* (\w+)(?:<\w+>)?\(", RegexOptions.Multiline)]
    private static partial Regex Method();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^(?:public (?!partial)|internal )[\w ]*?(?:class|interface|struct|record(?: struct)?|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Type();

    [GeneratedRegex(@"^    (\w+)", RegexOptions.Multiline)]
    private static partial Regex EnumMember();

    [GeneratedRegex(@"\bFapi(?:Operations|ErrorCodes)\.(\w+)")]
    private static partial Regex Need();
}
