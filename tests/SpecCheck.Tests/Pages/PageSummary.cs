using Fapi.SpecCheck.Facts;
using Fapi.SpecCheck.Read;
using Fapi.SpecCheck.Read.Pages;

namespace Fapi.SpecCheck.Tests.Pages;

/// <summary>Reads pages that tests write, and puts facts into the short form in which tests expect them.</summary>
internal static class PageSummary
{
    public static SourceFacts Read(string page) => ReadAll(page)[0];

    public static IReadOnlyList<SourceFacts> ReadAll(string page, string? askedFor = null) =>
        PageReader.ReadAsync(
            new PageContent(askedFor ?? "page", Encoding.UTF8.GetBytes(page), askedFor is null ? null
            : new Uri(askedFor))).GetAwaiter().GetResult();

    /// <summary><c>GET /path security=X weight=1 examples=1 problems=0</c>, then a line per parameter.</summary>
    public static string Summary(SourceFacts page)
    {
        var weight = page.Weight is null ? "-" : page.Weight.Value?.ToString(CultureInfo.InvariantCulture) ?? "text";
        return string.Join('\n', page.Parameters.Select(parameter => "  " + Summary(parameter)).Prepend(
            $"{page.Method} {page.Path} security={page.SecurityType ?? "-"} weight={weight} examples={page.ResponseExamples.Count} fields={page.ResponseFields.Count} problems={page.Problems.Count}"));
    }

    /// <summary>
    /// <c>limit INT NO min=1 max=100 default=50 enum=1,50,100</c>, without what the page does not state.
    /// </summary>
    public static string Summary(ParameterFact parameter)
    {
        var text = new StringBuilder($"{parameter.Name} {parameter.Type ?? "-"} {parameter.Mandatory ?? "-"}");
        if (parameter.Minimum is { } minimum)
        {
            text.Append(CultureInfo.InvariantCulture, $" min={minimum}");
        }

        if (parameter.Maximum is { } maximum)
        {
            text.Append(CultureInfo.InvariantCulture, $" max={maximum}");
        }

        if (parameter.Default is { } standard)
        {
            text.Append(CultureInfo.InvariantCulture, $" default={standard}");
        }

        if (parameter.Enum is { } values)
        {
            text.Append(CultureInfo.InvariantCulture, $" enum={string.Join(',', values)}");
        }

        return text.ToString();
    }
}
