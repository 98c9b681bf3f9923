using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

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
