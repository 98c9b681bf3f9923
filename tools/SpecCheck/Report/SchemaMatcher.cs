namespace Fapi.SpecCheck.Report;

/// <summary>Pairs the operations of one schema with those of the spec, and finds those that have no partner.</summary>
internal sealed partial class SchemaMatcher
{
    private readonly Dictionary<SourceFacts, SpecOperation> _pairs = new(ReferenceEqualityComparer.Instance);
    private readonly SpecDocument _spec;
    private readonly IReadOnlyList<SourceFacts> _schema;

    public SchemaMatcher(SpecDocument spec, IReadOnlyList<SourceFacts> schema)
    {
        (_spec, _schema) = (spec, schema);
        if (NamesAnotherProduct())
        {
            return;
        }

        Pair((docs, ours) => docs.Path == ours.Path && docs.Method == ours.Method);
        if (_pairs.Count == 0 && schema.All(docs => spec.Operations.All(ours => ours.Path != docs.Path)))
        {
            return;
        }

        // A method or a path that changed is a difference; which operation it was, its path or its name tells.
        Pair((docs, ours) => docs.Path == ours.Path);
        Pair((docs, ours) => docs.OperationId is not null && docs.OperationId == ours.OperationId);
    }

    /// <summary>True where nothing of the schema is an operation of the spec, by its paths or its servers.</summary>
    public bool IsOfAnotherProduct => _pairs.Count == 0;

    /// <summary>Operations of the spec that the schema does not have.</summary>
    public IEnumerable<SpecOperation> Gone => _spec.Operations.Except(_pairs.Values);

    /// <summary>Operations of the schema that the spec does not have.</summary>
    public IEnumerable<string> Unlisted =>
        _schema.Where(docs => !_pairs.ContainsKey(docs)).Select(docs => $"{docs.Method} {docs.Path}");

    /// <summary>Servers that the schema names.</summary>
    public IEnumerable<string> Hosts => _schema.SelectMany(docs => docs.Hosts).Distinct();

    public SpecOperation? Find(SourceFacts docs) => _pairs.GetValueOrDefault(docs);

    /// <summary>
    /// True where every server is named for a product, such as <c>papi</c>, whose paths the spec doesn't have. A host
    /// that is named for none may be ours, moved.
    /// </summary>
    private bool NamesAnotherProduct()
    {
        var ours = _spec.Operations.Select(one => one.Path.Split('/').ElementAtOrDefault(1)).ToHashSet();
        return Hosts.Any() && Hosts.All(host =>
            Product().Match(host) is { Success: true } product && !ours.Contains(product.Value));
    }

    [GeneratedRegex(@"\b[a-z]?api\b", RegexOptions.IgnoreCase)]
    private static partial Regex Product();

    private void Pair(Func<SourceFacts, SpecOperation, bool> fits)
    {
        foreach (var ours in Gone.ToList())
        {
            if (_schema.FirstOrDefault(docs => !_pairs.ContainsKey(docs) && fits(docs, ours)) is { } found)
            {
                _pairs[found] = ours;
            }
        }
    }
}
