using System.Text.Json;
using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Facts;

/// <summary>Facts that one source states of an operation.</summary>
/// <remarks>A fact that the page does not state is null; one that can't be read is null and has a problem.</remarks>
internal sealed record SourceFacts
{
    /// <summary>File path or address the page was read from.</summary>
    public required string Source { get; init; }

    /// <summary>Address that the page itself names as its own: front matter, canonical link or heading links.</summary>
    public string? Address { get; init; }

    /// <summary><c>en</c> or <c>zh-CN</c>.</summary>
    public string? Language { get; init; }

    public string? Title { get; init; }

    /// <summary>True for an operation of an official schema, which serves every language; false for a page.</summary>
    public bool IsSchema { get; init; }

    public string? Version { get; init; }

    /// <summary>Hash of the whole schema; null for a page.</summary>
    public string? DocumentHash { get; init; }

    /// <summary>Hash of the operation in the schema, or of all text of a page.</summary>
    public string? Hash { get; init; }

    /// <summary>True where the page was positively identified as the one that was asked for.</summary>
    public bool Recognised { get; init; }

    /// <summary>Reasons why the page was not recognised, or not read as a whole; sentences.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public string? Method { get; init; }

    public string? Path { get; init; }

    /// <summary>Method and path, such as <c>POST /fapi/v1/leverage</c>.</summary>
    public string Operation => $"{Method} {Path}";

    public string? OperationId { get; init; }

    /// <summary>True where the source says that the operation is or will be withdrawn.</summary>
    public bool IsDeprecated { get; init; }

    public bool IsSigned { get; init; }

    public bool HasKeyHeader { get; init; }

    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Such as <c>TRADE</c> or <c>USER_DATA</c>; null where the title names none.</summary>
    public string? SecurityType { get; init; }

    public WeightFact? Weight { get; init; }

    public IReadOnlyList<ParameterFact> Parameters { get; init; } = [];

    /// <summary>Response examples as JSON, comments and slips removed.</summary>
    /// <remarks>Elements take a tenth of the memory of nodes; a run may hold the facts of many hundred pages.</remarks>
    public IReadOnlyList<JsonElement> ResponseExamples { get; init; } = [];

    public IReadOnlyList<FieldFact> ResponseFields { get; init; } = [];

    /// <summary>Response schema of an official schema; null for a page, which shows examples.</summary>
    public SourceNode? ResponseNode { get; init; }

    /// <summary>Exchange error codes that the page mentions.</summary>
    public IReadOnlyList<int> Codes { get; init; } = [];

    /// <summary>Lines beside the tables that name a parameter and a number, or an error code.</summary>
    public IReadOnlyList<(FactKey Fact, string Text)> Notes { get; init; } = [];

    /// <summary>Finds the line of a schema that holds a fact; null for a page, which is quoted cell by cell.</summary>
    public Func<FactKey, string>? Quote { get; init; }
}

/// <param name="Text">The weight as the page words it.</param>
/// <param name="Value">The weight where it is one number.</param>
internal sealed record WeightFact(string Text, int? Value)
{
    /// <summary>The largest number that it names: what a careful client counts with.</summary>
    public string Largest => Numbers.Text(Value ?? Numbers.In(Text).Max(Numbers.Parse)) ?? Text;

    /// <summary>One number, or the numbers of a weight that depends on something; the same in each language.</summary>
    public override string ToString() => Numbers.Text(Value) ?? $"varies ({string.Join(", ", Numbers.In(Text))})";
}

/// <param name="Type">As the page has it, in upper case, such as <c>LIST&lt;STRING&gt;</c>.</param>
/// <param name="Mandatory"><c>YES</c>, <c>NO</c> or the page's own word.</param>
/// <param name="Place"><c>query</c>, <c>form</c>, <c>path</c>, <c>header</c>, <c>body</c>; null for a page.</param>
internal sealed record ParameterFact(
    string Name,
    string? Type,
    string? Mandatory,
    string? Description,
    decimal? Minimum = null,
    decimal? Maximum = null,
    string? Default = null,
    IReadOnlyList<string>? Enum = null,
    string? Place = null,
    bool IsDeprecated = false)
{
    /// <summary>One aspect as a text that is the same for the same meaning.</summary>
    public string? this[string aspect] => aspect switch
    {
        FactKey.Type => Type is null ? null : DocsType.Normal(Type),
        FactKey.Mandatory => Mandatory?.ToUpperInvariant(),
        FactKey.Minimum => Numbers.Text(Minimum),
        FactKey.Maximum => Numbers.Text(Maximum),
        FactKey.Default => Default,
        FactKey.Enum => Enum is null ? null : string.Join(", ", Enum.Order(StringComparer.Ordinal)),
        FactKey.Place => Place,
        FactKey.Withdrawn => IsDeprecated ? "yes" : null,
        _ => null,
    };

    /// <summary>Where an OpenAPI document has it; null for a page.</summary>
    public SourceNode? Node { get; init; }

    public SourceNode? Schema { get; init; }

    /// <summary>Line of one aspect, or of the parameter where it doesn't state it.</summary>
    public int? LineOf(string? aspect) => aspect switch
    {
        FactKey.Mandatory => Node?["required"]?.Line,
        FactKey.Type => Schema?["type"]?.Line,
        null => null,
        _ => Schema?[aspect]?.Line ?? Schema?.Line,
    } ?? Node?.Line;
}

/// <param name="Name">Path in the response, such as <c>brackets[].cum</c>; <c>[]</c> first for an array.</param>
/// <param name="Type">JSON type; a field that may have several, <c>null</c> too, has an entry for each.</param>
/// <param name="Format">Format of an integer; null where a page shows an example.</param>
/// <param name="IsRequired">True where a schema promises the field.</param>
internal sealed record FieldFact(
    string Name, string Type, string? Format = null, bool IsRequired = false, string? Example = null)
{
    /// <summary>Which way through <c>oneOf</c> and <c>anyOf</c> leads here; empty where there is no choice.</summary>
    public string Alternative { get; init; } = "";

    /// <summary>Whether the schema allows fields below this one that it doesn't name.</summary>
    public bool IsOpen { get; init; }

    public int Line { get; init; }

    /// <summary>Type and format in few words.</summary>
    public string Text => Format is null ? Type : $"{Type} ({Format})";
}
