using System.Collections;

namespace Fapi.Leverage;

/// <summary>The entries of a map in their order, with their lines.</summary>
internal sealed class OrderedEntries : IEnumerable<KeyValuePair<string, PlanNode>>
{
    private readonly List<KeyValuePair<string, PlanNode>> _entries = [];
    private readonly Dictionary<string, (int Line, PlanNode Value)> _byName = new(StringComparer.Ordinal);

    public IEnumerator<KeyValuePair<string, PlanNode>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(PlanScalar key, PlanNode value)
    {
        _entries.Add(KeyValuePair.Create(key.Value, value));
        _byName.Add(key.Value, (key.Line, value));
    }

    internal int? Line(string name) => _byName.TryGetValue(name, out var entry) ? entry.Line : null;

    internal bool TryGetValue(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PlanNode? value)
    {
        var found = _byName.TryGetValue(name, out var entry);
        value = entry.Value;
        return found;
    }
}
