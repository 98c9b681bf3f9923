using System.Reflection;

namespace Regeneration.Tests.Support;

/// <summary>A copy of what Fapi.Sdk is built from, in a temporary folder of its own.</summary>
internal sealed class BuildCopy : IDisposable
{
    private static readonly string[] Files =
    [
        "nswag.json", "global.json", ".editorconfig", "Directory.Build.props", "Directory.Packages.props",
        "Directory.Pack.props", "CHANGELOG.md",
        "src/Directory.Build.props", "src/BannedSymbols.Clock.txt", "src/BannedSymbols.Http.txt", "spec/openapi.yaml",
        "tools/Directory.Build.props",
    ];

    private static readonly string[] Folders = ["src/Fapi.Sdk", "src/Fapi.Contract", "tools/SpecLint"];

    private static readonly string Repository = typeof(BuildCopy).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("fapi-regeneration-");

    /// <param name="name">Name of the folder in the temporary one.</param>
    internal BuildCopy(string name = "copy")
    {
        Root = Path.Combine(_temporary.FullName, name);
        foreach (var file in Files)
        {
            CopyFile(Path.Combine(Repository, file), Path.Combine(Root, file));
        }

        foreach (var folder in Folders)
        {
            CopyFolder(Path.Combine(Repository, folder), Path.Combine(Root, folder));
        }
    }

    internal string Root { get; }

    internal string Project => Path.Combine(Root, "src", "Fapi.Sdk");

    internal string SpecPath => Path.Combine(Root, "spec", "openapi.yaml");

    internal string Spec
    {
        get => File.ReadAllText(SpecPath);
        set => File.WriteAllText(SpecPath, value);
    }

    internal string GeneratedFolder => Path.Combine(Project, "obj", "generated");

    internal string GeneratedPath => Path.Combine(GeneratedFolder, "FapiClient.g.cs");

    internal string Generated => File.ReadAllText(GeneratedPath);

    internal string OutputFolder => Path.Combine(Project, "bin", "Debug", "net10.0");

    internal Task<DotnetRun> RestoreAsync() => DotnetAsync("restore", Project);

    internal Task<DotnetRun> BuildAsync(params string[] arguments) =>
        DotnetAsync(["build", Project, "-p:CopyLocalLockFileAssemblies=true", .. arguments]);

    internal Task<DotnetRun> BuildNet10Async(params string[] arguments) => BuildAsync(["-f", "net10.0", .. arguments]);

    /// <summary>The generation alone, of a copy that was restored.</summary>
    internal Task<DotnetRun> GenerateAsync() =>
        DotnetAsync("build", Project, "--no-restore", "-t:GenerateFapiClientOnce");

    internal Task<DotnetRun> DotnetAsync(params string[] arguments) => DotnetRun.RunAsync(Root, arguments);

    public void Dispose() => _temporary.Delete(recursive: true);

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from))
        {
            CopyFile(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from)
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")))
        {
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    private static void CopyFile(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }
}
