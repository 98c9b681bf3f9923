using System.Reflection;
using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>The projects of src and tools, as their files say.</summary>
internal static class Repository
{
    internal static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    internal static IReadOnlyDictionary<string, ProjectFile> Projects { get; } =
        new[] { "src", "tools" }
            .SelectMany(folder => Directory.GetDirectories(Path.Combine(Root, folder)))
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
            .Select(path => ProjectFile.Parse(path, File.ReadAllText(path)))
            .ToDictionary(project => project.Name, StringComparer.Ordinal);
}

/// <summary>A project file: what the project uses, who may see its internals, whose sources it takes, and which it leaves out.</summary>
internal sealed record ProjectFile(
    string Name,
    string Folder,
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Packages,
    IReadOnlyList<string> Friends,
    IReadOnlyList<string> Linked,
    IReadOnlyList<string> Left)
{
    internal static ProjectFile Parse(string path, string text)
    {
        var xml = XDocument.Parse(text);
        return new ProjectFile(
            Path.GetFileNameWithoutExtension(path),
            Path.GetDirectoryName(path)!,
            [.. Included(xml, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))],
            [.. Included(xml, "PackageReference")],
            [.. Included(xml, "InternalsVisibleTo")],
            [.. LinkedSources(xml)],
            [.. LeftOut(Path.GetDirectoryName(path)!)]);
    }

    /// <summary>The projects whose sources this one compiles as its own.</summary>
    internal IEnumerable<string> LinkedProjects =>
        Linked.Select(path => path.Split('/').SkipWhile(part => part is ".." or "src" or "tools").First()).Distinct();

    /// <summary>The sources of other projects that this one compiles as its own, on every platform.</summary>
    private static IEnumerable<string> LinkedSources(XDocument xml) =>
        from item in xml.Descendants("Compile")
        where item.AncestorsAndSelf().All(element => element.Attribute("Condition") is null)
        from path in ((string?)item.Attribute("Include") ?? "").Replace('\\', '/').Split(';')
        where path.StartsWith("../", StringComparison.Ordinal)
        select path;

    /// <summary>The beginnings of the paths that a <c>Compile Remove</c> of the project or its targets names.</summary>
    private static IEnumerable<string> LeftOut(string folder) => !Directory.Exists(folder) ? [] :
        from file in Directory.EnumerateFiles(folder, "*.*proj").Concat(Directory.EnumerateFiles(folder, "*.targets", SearchOption.AllDirectories))
        from item in XDocument.Load(file).Descendants("Compile")
        from path in ((string?)item.Attribute("Remove") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
        let whole = path.Replace("$(MSBuildThisFileDirectory)", Path.GetRelativePath(folder, Path.GetDirectoryName(file)!) + "/", StringComparison.Ordinal)
        select whole.Split('*')[0].Replace("./", "", StringComparison.Ordinal);

    private static IEnumerable<string> Included(XDocument xml, string item) =>
        xml.Descendants(item)
            .SelectMany(element => ((string?)element.Attribute("Include") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
