using System.Collections.Frozen;

namespace Fapi.Contract.Plans;

internal readonly record struct PathMatch(PathPlan? Path, OperationPlan? Plan, string[] Values);

// Finds the operation of a path: literal paths by one look-up, templates by number of segments, the more literal first.
internal sealed class PathTable
{
    private readonly FrozenDictionary<string, PathPlan> _literal;
    private readonly FrozenDictionary<int, PathPlan[]> _templates;
    private readonly string[] _known;

    public PathTable(IReadOnlyCollection<PathPlan> paths)
    {
        _literal = paths.Where(p => !p.IsTemplate).ToFrozenDictionary(p => p.FullPath, StringComparer.Ordinal);
        _templates = paths.Where(p => p.IsTemplate)
            .GroupBy(p => Segments(p.FullPath))
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.LiteralLength).ToArray());
        _known = [.. paths.Select(p => p.FullPath)];
    }

    public PathMatch Match(string method, string path)
    {
        if (_literal.TryGetValue(path, out var found))
        {
            return new(found, found.Operations.GetValueOrDefault(method), []);
        }

        foreach (var candidate in _templates.GetValueOrDefault(Segments(path), []))
        {
            if (candidate.TryRead(path, out var values))
            {
                return new(candidate, candidate.Operations.GetValueOrDefault(method), values);
            }
        }

        return default;
    }

    public string? Nearest(string path) => _known.MinBy(k => EditDistance.Between(k, path));

    private static int Segments(string path) => path.AsSpan().Count('/');
}
