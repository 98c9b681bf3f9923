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
