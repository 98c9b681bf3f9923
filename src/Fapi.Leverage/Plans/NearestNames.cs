namespace Fapi.Leverage;

/// <summary>Finds the names that somebody may have meant.</summary>
internal static class NearestNames
{
    /// <returns>A hint such as <c> Did you mean BTCUSDT or BTCUSDC?</c>; empty when no name is near.</returns>
    internal static string Hint(string name, IEnumerable<string> known)
    {
        var near = known.Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= Math.Max(2, name.Length / 3))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(3).ToList();
        var names = near.Where(candidate => candidate.Distance <= near[0].Distance + 1)
            .Select(candidate => candidate.Name);
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", names)}?";
    }

    // Edits from one to the other; case counts for nothing, so that a name in the wrong case is the nearest.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost));
            }
        }

        return row[^1];
    }
}
