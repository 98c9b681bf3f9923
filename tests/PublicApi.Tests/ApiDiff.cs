using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace PublicApi.Tests;

/// <summary>The lines in which two listings of a public surface differ, each with the type that it belongs
/// to.</summary>
internal sealed class ApiDiff
{
    private ApiDiff(IReadOnlyList<ApiChange> changes) => Changes = changes;

    internal IReadOnlyList<ApiChange> Changes { get; }

    internal static ApiDiff Of(string before, string after)
    {
        var changes = new List<ApiChange>();
        var type = "";
        foreach (var line in InlineDiffBuilder.Diff(before, after).Lines)
        {
            var isType = line.Text.StartsWith("    public ", StringComparison.Ordinal);
            type = isType ? line.Text : type;
            if (line.Type is ChangeType.Deleted or ChangeType.Inserted)
            {
                changes.Add(new ApiChange(type, line.Text, line.Type is ChangeType.Inserted));
            }
        }

        return new ApiDiff(changes);
    }

    /// <summary>Changes that users have to follow at source level, a sentence each.</summary>
    internal IEnumerable<string> SourceBreaks()
    {
        var added = Changes.Where(change => change.IsAdded).ToLookup(change => change.FullName);
        var removed = Changes.Where(change => !change.IsAdded).ToLookup(change => change.FullName);
        foreach (var change in Changes.Where(change => change.Member.Length > 0))
        {
            if (!change.IsAdded)
            {
                yield return $"{change.FullName} {(added[change.FullName].Any() ? "has changed" : "is gone")}";
            }
            else if (change.BurdensUsers && !removed[change.FullName].Any())
            {
                yield return $"{change.FullName} is new, and classes that implement or create it have to have it";
            }
        }
    }

    /// <returns>The changed lines, - or + before each, each run of them under the type that it belongs to.</returns>
    public override string ToString()
    {
        var lines = new List<string>();
        var shownType = "";
        foreach (var change in Changes)
        {
            if (change.Type != shownType && change.Type != change.Line)
            {
                lines.Add("  " + change.Type);
            }

            shownType = change.Type;
            lines.Add((change.IsAdded ? "+ " : "- ") + change.Line);
        }

        return string.Join('\n', lines);
    }
}
