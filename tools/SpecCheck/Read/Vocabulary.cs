using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Read;

/// <summary>Words and patterns of the docs in both languages, from <c>vocabulary.yaml</c>.</summary>
internal static class Vocabulary
{
    private const int MaxSlips = 2;
    private const int ShortWord = 8;

    private static readonly (string Name, string Pattern)[] Parts =
    [
        ("{n}", @"[-+]?\d+(,\d{3})*(\.\d+)?"),
        ("{d}", @"[-+]?\d+(\.\d+)?"),
        ("{to}", @"(-|~|–|—|to|到|至|\.\.+)"),
        ("{unit}", "(%|([kme]\\d*|days?|hours?|h|d|minutes?|mins?|seconds?|s|weeks?|months?|years?)(?![A-Za-z])"
            + "|天|小时|分钟|秒|周|个月|月|年)"),
    ];

    private static readonly SourceNode Root =
        SourceDocument.Parse(Resource.Read("vocabulary.yaml"), "vocabulary.yaml").Root;

    /// <summary>The words of each name in a group, such as the headings of each section.</summary>
    public static Dictionary<string, string[]> Words(string group) => Root[group]!.Entries
        .ToDictionary(entry => entry.Name, entry => entry.Value.Items.Select(item => item.Text!).ToArray());

    /// <summary>The patterns of a group in their order.</summary>
    public static List<(string Name, Regex Pattern)> Patterns(string group) =>
        [.. Root[group]!.Entries.Select(entry => (entry.Name, ToRegex(entry.Value.Text!)))];

    public static Regex Pattern(params string[] names) =>
        ToRegex(names.Aggregate(Root, (node, name) => node[name]!).Text!);

    /// <summary>True for the same word, or a long one with at most two letters added, lost or changed.</summary>
    public static bool IsSame(string word, string known)
    {
        if (word == known || known.Length < ShortWord)
        {
            return word == known;
        }

        var letters = word.ToList();
        var missing = known.Count(letter => !letters.Remove(letter));
        return missing <= MaxSlips && letters.Count <= MaxSlips;
    }

    private static Regex ToRegex(string pattern) => new(
        Parts.Aggregate(pattern, (text, part) => text.Replace(part.Name, part.Pattern, StringComparison.Ordinal)),
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        TimeSpan.FromMilliseconds(PageLimits.RegexMilliseconds));
}
