using System.Text.Json;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>Writes what the reader understood, as JSON for people and scripts.</summary>
internal static class FactsWriter
{
    /// <summary>Page by page: as one document, the JSON of many pages would take several times their memory.</summary>
    public static void Write(IReadOnlyList<SourceFacts> pages, TextWriter output)
    {
        output.WriteLine("{ \"pages\": [");
        foreach (var (index, page) in pages.Index())
        {
            output.Write(JsonSerializer.Serialize(Shown(page), JsonFormat.Options));
            output.WriteLine(index < pages.Count - 1 ? "," : "");
        }

        output.WriteLine("] }");
    }

    /// <summary>The fields that the output promises, in its order.</summary>
    private static object Shown(SourceFacts page) => new
    {
        page.Source,
        page.Language,
        page.Title,
        page.Recognised,
        page.Problems,
        page.Method,
        page.Path,
        page.SecurityType,
        weight = page.Weight is { } weight ? new { weight.Text, weight.Value } : null,
        parameters = page.Parameters.Select(one => new
        {
            one.Name,
            one.Type,
            one.Mandatory,
            one.Description,
            one.Minimum,
            one.Maximum,
            one.Default,
            one.Enum,
        }),
        page.ResponseExamples,
        responseFields = page.ResponseFields.Select(one => new { one.Name, one.Type }),
    };
}
