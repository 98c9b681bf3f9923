using System.Text.RegularExpressions;
using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests;

/// <summary>Arrows between the folders of the tool go one way.</summary>
public sealed class FolderTests
{
    private const string Root = "Fapi.SpecCheck";
    private static readonly string Folder = Repository.Find("tools/SpecCheck");

    /// <summary>What each folder may know of the others; folders below are named by their first part.</summary>
    private static readonly Dictionary<string, string[]> Floors = new()
    {
        ["Facts"] = [],
        ["Read"] = ["Facts"],
        ["Rules"] = ["Facts"],
        ["Report"] = ["Rules", "Facts"],
        ["Cli"] = ["Report", "Rules", "Facts", "Read"],
    };

    private static readonly ILookup<string, string> Arrows = ReadArrows();

    [Fact]
    public void Namespaces_are_folders() => Assert.All(Files(), file => Assert.Contains(
        $"namespace {Root}.{FolderOf(file).Replace('/', '.')};", File.ReadAllText(file), StringComparison.Ordinal));

    [Fact]
    public void A_floor_knows_only_those_below_it() => Assert.All(
        Arrows.SelectMany(arrows => arrows.Select(to => (From: arrows.Key.Split('/')[0], To: to.Split('/')[0]))),
        arrow => Assert.Contains(arrow.To, Floors[arrow.From].Append(arrow.From)));

    [Fact]
    public void No_folder_knows_itself_through_others() =>
        Assert.All(Arrows.Select(arrows => arrows.Key), folder => Assert.DoesNotContain(folder, Reachable(folder)));

    private static HashSet<string> Reachable(string folder)
    {
        var reached = new HashSet<string>();
        var pending = new Queue<string>(Arrows[folder]);
        while (pending.TryDequeue(out var next))
        {
            if (reached.Add(next))
            {
                Arrows[next].ToList().ForEach(pending.Enqueue);
            }
        }

        return reached;
    }

    /// <summary>
    /// A folder sees another by a using; one that it lies in it sees without, so names of types count there.
    /// </summary>
    private static ILookup<string, string> ReadArrows()
    {
        var text = Files().ToLookup(FolderOf, File.ReadAllText);
        var types = text.ToDictionary(one => one.Key, one => one
            .SelectMany(file =>
                Regex.Matches(file,
                @"^(?:internal|public) .*?(?:class|record struct|record|struct|enum|interface) (\w+)",
                RegexOptions.Multiline))
            .Select(match => match.Groups[1].Value).ToList());
        return (
            from one in text
            from other in types.Keys
            where other != one.Key
            where one.Any(file => file.Contains($"using {Root}.{other.Replace('/', '.')};", StringComparison.Ordinal)
                || (one.Key.StartsWith(other + "/", StringComparison.Ordinal)
                    && types[other].Except(types[one.Key])
                        .Any(type => Regex.IsMatch(file, $@"(?<![\w.]){type}\b(?! =)"))))
            select (one.Key, other)).ToLookup(arrow => arrow.Key, arrow => arrow.other);
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => FolderOf(file) is { Length: > 0 } folder && folder.Split('/')[0] is not ("obj" or "bin"));

    private static string FolderOf(string file) =>
        Path.GetRelativePath(Folder, Path.GetDirectoryName(file)!).Replace('\\', '/') is not "." and var folder
            ? folder : "";
}
