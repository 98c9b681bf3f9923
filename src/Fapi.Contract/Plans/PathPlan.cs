using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Fapi.Contract.Plans;

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

    public bool TryRead(string path, out string[] values)
    {
        var match = _template!.Match(path);
        values = match.Success ? [.. match.Groups.Cast<Group>().Skip(1).Select(g => g.Value)] : [];
        return match.Success;
    }
}
