using System.Collections.Frozen;
using System.Text.RegularExpressions;

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
            if (candidate.Read(path) is { } values)
            {
                return new(candidate, candidate.Operations.GetValueOrDefault(method), values);
            }
        }

        return default;
    }

    public string? Nearest(string path) => _known.MaxBy(k => k.AsSpan().CommonPrefixLength(path));

    private static int Segments(string path) => path.AsSpan().Count('/');
}

// One path of the document under one server prefix, with its operations by method.
internal sealed class PathPlan
{
    private readonly Regex? _template;

    public PathPlan(string fullPath, FrozenDictionary<string, OperationPlan> operations)
    {
        FullPath = fullPath;
        Operations = operations;
        var parts = fullPath.Split('{', '}');
        Names = [.. parts.Where((_, i) => i % 2 == 1)];
        LiteralLength = parts.Where((_, i) => i % 2 == 0).Sum(p => p.Length);
        if (IsTemplate)
        {
            var pattern = string.Concat(parts.Select((p, i) => i % 2 == 0 ? Regex.Escape(p) : "([^/]*)"));
            _template = new Regex($"^{pattern}\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
    }

    public string FullPath { get; }

    public FrozenDictionary<string, OperationPlan> Operations { get; }

    // Names of the path parameters in the order of the template.
    public string[] Names { get; }

    public int LiteralLength { get; }

    public bool IsTemplate => Names.Length > 0;

    // The values of the parameters in a path; null when the path is not one of the template.
    public string[]? Read(string path) => _template!.Match(path) is { Success: true } match
        ? [.. match.Groups.Cast<Group>().Skip(1).Select(g => g.Value)]
        : null;
}
