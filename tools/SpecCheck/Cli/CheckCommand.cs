using System.CommandLine;
using Fapi.SpecCheck.Report;
using Fapi.SpecCheck.Report.Formats;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Cli;

/// <summary><c>check [PAGE…]</c>: is the spec still what the docs say?</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var pages = CommonOptions.Pages(ArgumentArity.ZeroOrMore);
        var (live, list) = (CommonOptions.Live(), CommonOptions.List());
        var format = CommonOptions.Choice("--format", "How to write the report.", ReportFormats.All.Keys);
        var (spec, docs, waivers) = (CommonOptions.Spec(), CommonOptions.Lock(), CommonOptions.Waivers());
        var (output, severity, language) = (CommonOptions.Output(), CommonOptions.Severity(), CommonOptions.Language());
        var command = new Command("check", "Compares the spec with documentation pages, or offline with the lock.")
        {
            pages, live, spec, docs, waivers, format, output, severity, language, list,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var wordings = Wordings.In(parsed.GetValue(language)!);
            var input = new CheckInput(
                parsed.GetValue(pages) ?? [],
                parsed.GetValue(live),
                parsed.GetValue(spec)!,
                parsed.GetValue(docs),
                parsed.GetValue(waivers),
                Enum.Parse<Severity>(parsed.GetValue(severity)!, ignoreCase: true),
                parsed.GetValue(list));
            var report = await new Checking(context, input, wordings).RunAsync(cancellation);
            var write = ReportFormats.All[parsed.GetValue(format)!];
            OutputFile.Write(parsed.GetValue(output), context.Output, writer => write(report, wordings, writer));
            if (parsed.GetValue(output) is not null)
            {
                context.Output.WriteLine(report.Summary);
            }

            return report.ExitCode;
        });
        return command;
    }
}

/// <param name="Spec">Path of the spec.</param>
/// <param name="Lock">Path of the lock where the caller names one.</param>
/// <param name="List">Whether to name what the spec lacks of a schema.</param>
/// <param name="Waivers">Path of the waivers where the caller names one.</param>
internal sealed record CheckInput(
    IReadOnlyList<string> Pages, bool Live, string Spec, string? Lock, string? Waivers, Severity Threshold, bool List)
{
    /// <summary>True for a check offline.</summary>
    public bool FromLock => Pages.Count == 0 && !Live;
}
