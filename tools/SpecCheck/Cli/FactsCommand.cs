using System.CommandLine;
using Fapi.SpecCheck.Report.Formats;

namespace Fapi.SpecCheck.Cli;

/// <summary><c>facts PAGE…</c>: what the reader understood.</summary>
internal static class FactsCommand
{
    public static Command Create(CommandContext context)
    {
        var pages = CommonOptions.Pages(ArgumentArity.OneOrMore);
        var output = CommonOptions.Output();
        var command = new Command("facts", "Shows what is read from documentation pages.") { pages, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var reading = new SourceReading(context);
            var read = await reading.ReadAsync(parsed.GetValue(pages)!, null, cancellation);
            OutputFile.Write(parsed.GetValue(output), context.Output, writer => FactsWriter.Write(read.Pages, writer));
            read.WriteFailures(context.Errors);
            return read.ExitCode;
        });
        return command;
    }
}
