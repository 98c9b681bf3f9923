using System.Text.Json;
using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Facts;

/// <summary>Facts that one source states of an operation.</summary>
/// <remarks>A fact that the page does not state is null; one that can't be read is null and has a problem.</remarks>
/// <param name="Source">File path or address the page was read from.</param>
/// <param name="Address">Address that the page itself names as its own.</param>
/// <param name="Language"><c>en</c> or <c>zh-CN</c>; null for a schema, which serves both.</param>
/// <param name="IsSchema">True for an operation of an official schema; false for a page.</param>
/// <param name="DocumentHash">Hash of the whole schema; null for a page.</param>
/// <param name="Hash">Hash of the operation in the schema, or of all text of a page.</param>
/// <param name="Recognised">True where the page was positively identified as the one that was asked for.</param>
/// <param name="IsDeprecated">True where the source says that the operation is or will be withdrawn.</param>
/// <param name="SecurityType">Such as <c>TRADE</c>; null where the title names none.</param>
/// <param name="ResponseNode">Response schema of an OpenAPI document; null for a page, which shows examples.</param>
/// <param name="Quote">Finds the line of a schema that holds a fact; null for a page, quoted cell by cell.</param>
internal sealed record SourceFacts(
    string Source,
    string? Address = null,
    string? Language = null,
    string? Title = null,
    bool IsSchema = false,
    string? Version = null,
    string? DocumentHash = null,
    string? Hash = null,
    bool Recognised = false,
    string? Method = null,
    string? Path = null,
    string? OperationId = null,
    bool IsDeprecated = false,
    bool IsSigned = false,
    bool HasKeyHeader = false,
    string? SecurityType = null,
    WeightFact? Weight = null,
    SourceNode? ResponseNode = null,
    Func<FactKey, string>? Quote = null)
{
    /// <summary>Method and path, such as <c>POST /fapi/v1/leverage</c>.</summary>
    public string Operation => $"{Method} {Path}";

    /// <summary>Reasons why the page was not recognised, or not read as a whole; sentences.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Addresses of the servers.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    public IReadOnlyList<ParameterFact> Parameters { get; init; } = [];

    /// <summary>Response examples as JSON, comments and slips removed.</summary>
    /// <remarks>Elements take a tenth of the memory of nodes; a run may hold the facts of many hundred pages.</remarks>
    public IReadOnlyList<JsonElement> ResponseExamples { get; init; } = [];

    public IReadOnlyList<FieldFact> ResponseFields { get; init; } = [];

    /// <summary>Exchange error codes that the page mentions.</summary>
    public IReadOnlyList<int> Codes { get; init; } = [];

    /// <summary>Lines beside the tables that name a parameter and a number, or an error code.</summary>
    public IReadOnlyList<(FactKey Fact, string Text)> Notes { get; init; } = [];
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
/// <param name="Node">Where an OpenAPI document has it; null for a page.</param>
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
    bool IsDeprecated = false,
    SourceNode? Node = null,
    SourceNode? Schema = null)
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
/// <param name="Alternative">Way through <c>oneOf</c> and <c>anyOf</c> that leads here; empty for the only one.</param>
/// <param name="IsOpen">Whether the schema allows fields below this one that it doesn't name.</param>
internal sealed record FieldFact(
    string Name,
    string Type,
    string? Format = null,
    bool IsRequired = false,
    string? Example = null,
    string Alternative = "",
    bool IsOpen = false,
    int Line = 0)
{
    /// <summary>Type and format in few words.</summary>
    public string Text => Format is null ? Type : $"{Type} ({Format})";
}
