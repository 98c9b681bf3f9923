namespace Architecture.Tests;

/// <summary>Finds circles between folders and tells which files make them.</summary>
internal static class Circles
{
    private const int UsesToShow = 4;

    /// <summary>For each arrow that lies on a circle its shortest circle, each once, the shortest first.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Find(IReadOnlyList<Use> uses)
    {
        var arrows = uses.GroupBy(use => use.From, use => use.To)
            .ToDictionary(group => group.Key, group => group.Distinct().Order(StringComparer.Ordinal).ToList(),
                StringComparer.Ordinal);
        return [.. arrows
            .SelectMany(from => from.Value.Select(to => Way(arrows, to, from.Key)))
            .OfType<List<string>>()
            .Select(FromFirst)
            .DistinctBy(circle => string.Join('\n', circle))
            .OrderBy(circle => circle.Count)
            .ThenBy(circle => string.Join('\n', circle), StringComparer.Ordinal)];
    }

    internal static string Tell(IReadOnlyList<Use> uses)
    {
        var text = new StringBuilder();
        foreach (var circle in Find(uses))
        {
            text.AppendLine().Append("circle: ").AppendJoin(" -> ", circle).Append(" -> ").AppendLine(circle[0]);
            for (var i = 0; i < circle.Count; i++)
            {
                var arrow = uses.Where(use => use.From == circle[i] && use.To == circle[(i + 1) % circle.Count])
                    .ToList();
                text.Append("  ").Append(circle[i]).Append(" -> ").AppendLine(circle[(i + 1) % circle.Count]);
                arrow.Take(UsesToShow).ToList().ForEach(use => text.Append("    ").AppendLine(use.ToString()));
                text.Append(
                    arrow.Count > UsesToShow ? $"    and {arrow.Count - UsesToShow} more{Environment.NewLine}" : "");
            }
        }

        return text.ToString();
    }

    private static List<string>? Way(Dictionary<string, List<string>> arrows, string from, string to)
    {
        var before = new Dictionary<string, string?>(StringComparer.Ordinal) { [from] = null };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var folder) && folder != to)
        {
            foreach (var next in arrows.GetValueOrDefault(folder) ?? [])
            {
                if (before.TryAdd(next, folder))
                {
                    queue.Enqueue(next);
                }
            }
        }

        if (!before.ContainsKey(to))
        {
            return null;
        }

        var way = new List<string>();
        for (var folder = to; folder is not null; folder = before[folder])
        {
            way.Insert(0, folder);
        }

        return way;
    }

    private static List<string> FromFirst(List<string> circle)
    {
        var first = circle.IndexOf(circle.Min(StringComparer.Ordinal)!);
        return [.. circle[first..], .. circle[..first]];
    }
}
