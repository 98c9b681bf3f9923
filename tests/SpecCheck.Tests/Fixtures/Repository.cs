namespace Fapi.SpecCheck.Tests.Fixtures;

internal static class Repository
{
    public static string Root { get; } = Ancestors().First(folder => File.Exists(Path.Combine(folder, "Sdk.sln")));

    public static string Find(string path) => Path.Combine(Root, path);

    private static IEnumerable<string> Ancestors()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
