using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>One self-contained page, from a template that encodes all that it is given.</summary>
internal static class HtmlFormat
{
    public static void Write(CheckReport report, Wordings wordings, TextWriter output)
    {
        var options = new TemplateOptions { MemberAccessStrategy = new UnsafeMemberAccessStrategy() };
        options.ValueConverters.Add(value => value switch
        {
            Enum name => name.ToString(),
            DateOnly date => $"{date:O}",
            _ => null,
        });
        options.Filters.AddFilter("word", (name, _, _) => new StringValue(wordings.Name(name.ToStringValue())));
        options.Filters.AddFilter("css", (name, _, _) => new StringValue(Css(name.ToStringValue())));
        var shown = report.Operations.Select(one => one.Operation).ToHashSet();
        var page = new
        {
            Report = report,
            Others = report.Findings.Where(finding => !shown.Contains(finding.Operation)).ToList(),
            wordings.Words,
            wordings.Language,
            Css = Resource.Read("report.css"),
        };
        output.WriteLine(new FluidParser(new FluidParserOptions { AllowFunctions = true })
            .Parse(Resource.Read("report.liquid"))
            .Render(new TemplateContext(page, options), HtmlEncoder.Create(UnicodeRanges.All)));
    }

    private static string Css(string name) => name switch
    {
        "Same" => "same",
        "Drift" or "Error" => "drift",
        "Warning" => "warning",
        "Info" or "Note" => "info",
        _ => "unchecked",
    };
}
