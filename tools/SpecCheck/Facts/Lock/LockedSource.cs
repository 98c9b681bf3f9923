namespace Fapi.SpecCheck.Facts.Lock;

/// <summary>What one source said of one operation when it was read: facts by name, none of its sentences.</summary>
internal sealed class LockedSource
{
    /// <summary>Method and path, such as <c>POST /fapi/v1/leverage</c>.</summary>
    public required string Operation { get; init; }

    public required string Source { get; init; }

    /// <summary><c>en</c> or <c>zh-CN</c>; null for a schema, which serves both.</summary>
    public string? Language { get; init; }

    /// <summary>Version of the schema; null for a page.</summary>
    public string? Version { get; init; }

    /// <summary>Hash of the whole schema; null for a page.</summary>
    public string? Document { get; init; }

    /// <summary>Date on which it was read.</summary>
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
        Version = Version,
        DocumentHash = Document,
        Hash = Hash,
        Method = Operation.Split(' ')[0],
        Path = Operation.Split(' ')[^1],
    };
}
