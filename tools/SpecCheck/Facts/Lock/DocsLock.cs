namespace Fapi.SpecCheck.Facts.Lock;

/// <summary>Facts of schema and documentation pages when they were last read.</summary>
internal sealed class DocsLock(IEnumerable<LockedSource> sources)
{
    private const string Heading = """
        # What the official schema and the documentation pages said when they were last read: facts by name, for each
        # operation and source. Written by `spec-check lock FILE…`; a diff of this file is a change report of the docs.

        """;

    /// <summary>By operation, language and source, so that a change of the file is a change of the docs.</summary>
    public IReadOnlyList<LockedSource> Sources { get; } =
    [
        .. sources.OrderBy(one => one.Operation.Split(' ')[^1], StringComparer.Ordinal)
            .ThenBy(one => one.Operation, StringComparer.Ordinal)
            .ThenBy(one => one.Language, StringComparer.Ordinal)
            .ThenBy(one => one.Source, StringComparer.Ordinal),
    ];

    /// <exception cref="WrongInputException">The text is no lock.</exception>
    public static DocsLock Parse(string text, string file)
    {
        const string advice = "Restore it, or write it anew with `spec-check lock FILE…`.";
        return YamlFile.Read<Dictionary<string, List<LockedSource>>>(text, file, advice) is { } content
            && content.GetValueOrDefault("sources") is { } sources
            ? new DocsLock(sources)
            : throw new WrongInputException($"{file} is not a lock: it holds no sources. {advice}");
    }

    public string Write() => Heading.ReplaceLineEndings("\n") + YamlFile.Write(new { Sources });

    /// <summary>Finds the entry of the same operation, or page, in the same language.</summary>
    public LockedSource? Find(SourceFacts source)
    {
        var same = Sources.Where(one => one.Language == source.Language).ToList();
        return same.Find(one => one.Operation == source.Operation)
            ?? (source.IsSchema ? null : same.Find(one => one.Source == (source.Address ?? source.Source)));
    }

    /// <summary>True where a schema had the operation when it was read.</summary>
    public bool HasSchemaOf(string operation) =>
        Sources.Any(one => one.Language is null && one.Operation == operation);

    /// <summary>A lock in which these sources replace what was locked of them; all others stay.</summary>
    public DocsLock With(IEnumerable<SourceFacts> read, DateOnly date) => read.Aggregate(this, (known, one) =>
        new DocsLock(known.Sources.Except([known.Find(one)]).OfType<LockedSource>()
            .Append(LockedSource.From(one, date))));
}
