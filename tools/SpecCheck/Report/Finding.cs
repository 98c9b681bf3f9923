using System.Text.Json.Serialization;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>A difference as it is shown, with nothing in it that a page could do harm with.</summary>
/// <param name="Location">Operation and fact, as a waiver names it.</param>
/// <param name="Operation">Method and path, or the empty string where it is about none.</param>
/// <param name="File">File to be corrected, with the line.</param>
/// <param name="SpecLine">The line of the spec as it stands there.</param>
/// <param name="Locked">What the docs said when they were locked; null where that is not known.</param>
/// <param name="Pages">The pages that say so: one, or one for each language.</param>
/// <param name="Waiver">The waiver that silences it.</param>
internal sealed record Finding(
    string Rule,
    Severity Severity,
    Direction Direction,
    string Title,
    string Message,
    string Location,
    string Operation,
    string Fact,
    string File,
    int Line,
    string SpecLine,
    string? Spec,
    string? Docs,
    string? Locked,
    IReadOnlyList<Quote> Pages,
    Waiver? Waiver = null)
{
    /// <summary>False for a note, which is no drift, and for what a waiver silences.</summary>
    [JsonIgnore]
    public bool Counts => Waiver is null && Severity != Severity.Note;
}

/// <param name="Text">The words of the page that the finding is about, where it has any.</param>
internal sealed record Quote(
    string Source, string? Language, [property: JsonPropertyName("quote")] string? Text);

/// <summary>Writes findings on a spec in one language.</summary>
internal sealed record FindingWriter(SpecDocument Spec, Wordings Wordings)
{
    /// <param name="file">File to be corrected; null for the spec.</param>
    public Finding Write(Rule rule, string operation, Difference difference, int line,
        IEnumerable<SourceFacts> pages, string? locked = null, string? file = null) => new(
        rule.Id,
        rule.Severity,
        rule.Direction,
        Wordings.Title(rule),
        Printable.Clean(Wordings.Sentence(rule, difference)),
        Printable.Clean($"{operation} {difference.Fact}"),
        Printable.Clean(operation),
        Printable.Clean(difference.Fact.ToString()),
        Printable.Path(file ?? Spec.File),
        line,
        file is null ? Spec.LineText(line) : "",
        Printable.Clean(difference.Spec),
        Printable.Clean(difference.Docs),
        Printable.Clean(locked),
        [.. pages.Select(page => new Quote(
            Printable.Clean(page.Source), LanguageOf(page), Printable.Clean(QuoteOf(page, difference))))]);

    public static string? LanguageOf(SourceFacts source) =>
        source.IsSchema ? SpecOperation.SchemaKey : source.Language;

    /// <summary>The very words that a finding is about: a line of a schema, a cell of a page.</summary>
    private static string? QuoteOf(SourceFacts source, Difference difference)
    {
        var fact = difference.Fact;
        var parameter = source.Parameters.FirstOrDefault(one => one.Name == fact.Name);
        return fact switch
        {
            { Aspect: FactKey.Note } => difference.Docs,
            _ when source.Quote is { } line && difference.Docs is not null => line(fact),
            _ when fact == FactKey.Weight => source.Weight?.Text,
            _ when fact == FactKey.Security => source.Title,
            _ when fact.Kind != FactKey.ParameterKind || parameter is null => null,
            { Aspect: FactKey.Type } => parameter.Type,
            { Aspect: FactKey.Mandatory } => parameter.Mandatory,
            { Aspect: null } => string.Join(" | ",
                new[] { parameter.Name, parameter.Type, parameter.Mandatory, parameter.Description }
                    .Where(text => !string.IsNullOrWhiteSpace(text))),
            _ => Around(parameter.Description, difference.Docs),
        };
    }

    /// <summary>The part of a long cell that holds the value.</summary>
    private static string? Around(string? cell, string? value)
    {
        var at = value is null ? -1 : cell?.IndexOf(value, StringComparison.Ordinal) ?? -1;
        return cell is null || at <= Printable.Longest / 2 ? cell : "…" + cell[(at - Printable.Longest / 2)..];
    }
}
