namespace Fapi.SpecCheck.Facts;

/// <summary>What one source said of one operation when it was read: facts by name, none of its sentences.</summary>
internal sealed class LockedSource
{
    public required string Operation { get; init; }

    public required string Source { get; init; }

    /// <summary><c>en</c> or <c>zh-CN</c>; null for a schema, which serves both.</summary>
    public string? Language { get; init; }

    /// <summary>Version of the schema; null for a page.</summary>
    public string? Version { get; init; }

    /// <summary>Hash of the whole schema; null for a page.</summary>
    public string? Document { get; init; }

    public required DateOnly Read { get; init; }

    /// <summary>Hash of everything that the source says of the operation, sentences and examples included.</summary>
    public required string Hash { get; init; }

    /// <summary>Values by the name of the fact, such as <c>parameters/leverage/maximum</c>.</summary>
    public SortedDictionary<string, string> Facts { get; init; } = new(StringComparer.Ordinal);

    public static LockedSource From(SourceFacts source, DateOnly read) => new()
    {
        Operation = source.Operation,
        Source = source.Address ?? source.Source,
        Language = source.Language,
        Version = source.Version,
        Document = source.DocumentHash,
        Read = read,
        Hash = source.Hash ?? "",
        Facts = new SortedDictionary<string, string>(
            FactTable.From(source).Where(fact => FactTable.IsLocked(fact.Key))
                .ToDictionary(fact => fact.Key.ToString(), fact => fact.Value),
            StringComparer.Ordinal),
    };

    /// <summary>The facts as the rules take them; without sentences and examples.</summary>
    public SourceFacts ToFacts() => FactTable.Parse(Facts) with
    {
        Source = Source,
        Address = Source,
        Language = Language,
        Recognised = true,
        IsSchema = Language is null,
        Method = Operation.Split(' ')[0],
        Path = Operation.Split(' ')[^1],
    };
}

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
        return YamlFile.Read<Dictionary<string, List<LockedSource>>>(text, file, advice)
            ?.GetValueOrDefault("sources") is { } sources
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
