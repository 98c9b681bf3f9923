using System.CommandLine;
using Fapi.SpecCheck.Report.Formats;

namespace Fapi.SpecCheck.Cli;

/// <summary><c>facts PAGE…</c>: what the reader understood.</summary>
internal static class FactsCommand
{
    public static Command Create(CommandContext context)
    {
        var pages = CommonOptions.Pages(ArgumentArity.OneOrMore);
        var format = CommonOptions.Choice("--format", "How to write the facts.", FactsFormat.Json);
        var output = CommonOptions.Output();
        var command = new Command("facts", "Shows what is read from documentation pages.") { pages, format, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var fetching = new FetchingScope(context);
            var read = await fetching.Reading.ReadAsync(parsed.GetValue(pages)!, cancellation);
            OutputFile.Write(
                parsed.GetValue(output),
                context.Output,
                writer => FactsWriter.Write(read.Pages, parsed.GetValue(format), writer));
            Failures.Write(read.Failures, context.Errors);
            return read.ExitCode;
        });
        return command;
    }
}
