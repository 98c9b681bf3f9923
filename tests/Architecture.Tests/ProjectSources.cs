using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture.Tests;

/// <summary>Compiles the sources of one project for net10.0, the generated ones included, to ask what each name
/// means.</summary>
internal static class ProjectSources
{
    private static readonly string[] Symbols =
        ["NET", "NETCOREAPP", .. Enumerable.Range(5, 6).SelectMany(major => new[] { $"NET{major}_0_OR_GREATER" }),
            "NET10_0", "DEBUG", "TRACE"];

    // Their other half comes from source generators, which add no arrow between folders.
    private static readonly string[] HalfOfAGenerator = ["CS8795", "CS0759", "CS0534", "CS9248"];

    private static readonly string Shared = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../.."));

    private static readonly Lazy<IReadOnlyList<(
        string Name, bool IsOfPlatform, MetadataReference Reference)>> Assemblies = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => (
            Path.GetFileNameWithoutExtension(path),
            path.StartsWith(Shared, StringComparison.Ordinal),
            (MetadataReference)MetadataReference.CreateFromFile(path))),
    ]);

    internal static CSharpCompilation Compile(ProjectFile project)
    {
        var files = Files(project).Concat(project.Linked.SelectMany(include => LinkedFiles(project, include)))
            .Distinct();
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)
            .WithPreprocessorSymbols(Symbols);
        var trees = files.Select(
            file => CSharpSyntaxTree.ParseText(
                File.ReadAllText(file), options, Relative(project, file), Encoding.UTF8));
        return Compile(project.Name, trees, References(project));
    }

    private static IEnumerable<string> Files(ProjectFile project) =>
        from file in Directory.EnumerateFiles(project.Folder, "*.cs", SearchOption.AllDirectories)
        let path = Relative(project, file)
        where IsSource(path) && !project.Left.Any(start => path.StartsWith(start, StringComparison.Ordinal))
        select file.Replace('\\', '/');

    private static IEnumerable<string> LinkedFiles(ProjectFile project, string include)
    {
        var path = Path.GetFullPath(Path.Combine(project.Folder, include.Split('*')[0])).Replace('\\', '/');
        return File.Exists(path) ? [path]
            : from owner in Repository.Projects.Values
              where path.StartsWith(owner.Folder.Replace('\\', '/'), StringComparison.Ordinal)
              from file in Files(owner)
              where !file.Contains("/obj/", StringComparison.Ordinal)
              select file;
    }

    internal static CSharpCompilation Compile(
        string name, IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> references)
    {
        var all = trees.ToList();
        var isProgram = all.Any(
            tree => ((CompilationUnitSyntax)tree.GetRoot()).Members.Any(member => member is GlobalStatementSyntax));
        var kind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var options = new CSharpCompilationOptions(
            kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create(name, all, references, options);
    }

    internal static IEnumerable<string> Errors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics()
            .Where(
                diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                    && !HalfOfAGenerator.Contains(diagnostic.Id))
            .Select(diagnostic => diagnostic.ToString());

    internal static bool IsGenerated(string path) => path.StartsWith("obj/", StringComparison.Ordinal);

    /// <summary>The assemblies of the platform, of the project's own packages, and of the projects that it
    /// reaches.</summary>
    internal static IEnumerable<MetadataReference> References(ProjectFile? project)
    {
        var used = project is null ? []
            : Restored(project).Concat(ProjectRules.Reached(project, Repository.Projects))
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Assemblies.Value.Where(assembly => assembly.IsOfPlatform || used.Contains(assembly.Name))
            .Select(assembly => assembly.Reference);
    }

    private static IEnumerable<string> Restored(ProjectFile project)
    {
        using var assets = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(project.Folder, "obj/project.assets.json")));
        var libraries = assets.RootElement.GetProperty("targets").GetProperty("net10.0").EnumerateObject();
        return [.. libraries
            .Where(library => library.Value.TryGetProperty("compile", out _))
            .SelectMany(library => library.Value.GetProperty("compile").EnumerateObject())
            .Select(file => Path.GetFileNameWithoutExtension(file.Name))];
    }

    private static bool IsSource(string path) => path.Split('/') switch
    {
        ["bin", ..] => false,
        ["obj", "generated", ..] => true,
        ["obj", "Debug" or "Release", "net10.0", var file] =>
            file.EndsWith(".GlobalUsings.g.cs", StringComparison.Ordinal),
        ["obj", ..] => false,
        _ => true,
    };

    private static string Relative(ProjectFile project, string file) =>
        Path.GetRelativePath(project.Folder, file).Replace('\\', '/');
}
