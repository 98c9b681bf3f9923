using System.CommandLine;
using System.CommandLine.Help;
using Fapi.Contract;
using Fapi.SpecCheck.Report;
using Fapi.SpecCheck.Report.Formats;
using Fapi.SpecCheck.Rules;
using Spectre.Console;

namespace Fapi.SpecCheck.Cli;

/// <summary>The <c>spec-check</c> command line.</summary>
/// <param name="time">Clock for dates and waivers.</param>
/// <param name="handler">Responds to requests for pages; null for the network.</param>
internal sealed class App(TimeProvider time, Func<HttpMessageHandler>? handler = null)
{
    private const string Examples = """
        Examples:
          spec-check check                                  spec/openapi.yaml against spec/docs.lock.yaml, offline
          spec-check check pages/Change-Initial-Leverage.md a saved page against spec and lock
          spec-check check schema.yaml                      the official schema, as the docs portal offers it
          spec-check check --live --format html --output report.html
          spec-check facts pages/                           what is read from each page of a folder
          spec-check lock pages/                            record what the pages say now
          spec-check draft "GET /fapi/v1/time" --from schema.yaml   a path item to start an operation with

        Exit codes:
          0 the same   1 drift   2 wrong input   3 something could not be checked   4 network failure
          Where several apply the first of 2, 4, 3, 1 is returned, and the summary names each.
        """;

    /// <summary>Runs one command line and returns its exit code; never throws.</summary>
    public async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter errors, CancellationToken cancellation = default)
    {
        var parsed = Root(new CommandContext(time, handler, output, errors)).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            parsed.Errors.ToList().ForEach(error => errors.WriteLine(error.Message));
            errors.WriteLine("Run `spec-check --help`, or `--help` after a command, for what is allowed.");
            return (int)Outcome.WrongInput;
        }

        try
        {
            var code = await parsed.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false },
                cancellation);
            if (parsed.Action is HelpAction)
            {
                output.WriteLine(Examples.ReplaceLineEndings());
            }

            return code;
        }
        catch (Exception error)
        {
            var isInput = error is WrongInputException or ContractDocumentException;
            // The last resort: no stack trace reaches a user, and a defect never looks like a result.
            errors.WriteLine(isInput ? error.Message
                : error is OperationCanceledException ? "Cancelled; nothing is said about drift."
                : $"spec-check failed, which is a defect of it: {error.GetType().Name}: {error.Message}");
            return (int)(isInput ? Outcome.WrongInput : Outcome.CouldNotCheck);
        }
    }

    private static RootCommand Root(CommandContext context)
    {
        var options = new CommonOptions();
        return new RootCommand("Checks an OpenAPI document against the documentation pages it was written from.")
        {
            Check(context, options),
            Facts(context, options),
            LockCommand.Create(context, options),
            DraftCommand.Create(context, options),
            Rules(context, options),
        };
    }

    /// <summary><c>check [PAGE…]</c>: is the spec still what the docs say?</summary>
    private static Command Check(CommandContext context, CommonOptions options) =>
        new Command("check", "Compares the spec with documentation pages, or offline with the lock.")
        {
            options.AnyPages, options.Live, options.Spec, options.Lock, options.Waivers, options.Format, options.Output,
            options.Severity, options.Language, options.List,
        }.Running(async (parsed, cancellation) =>
        {
            var wordings = Wordings.In(parsed.GetValue(options.Language)!);
            var report = await new Checking(context, options, parsed, wordings).RunAsync(cancellation);
            var write = ReportFormats.All[parsed.GetValue(options.Format)!];
            Files.Write(parsed.GetValue(options.Output), context.Output, writer => write(report, wordings, writer));
            if (parsed.GetValue(options.Output) is not null)
            {
                context.Output.WriteLine(report.Summary);
            }

            return report.ExitCode;
        });

    /// <summary><c>facts PAGE…</c>: what the reader understood.</summary>
    private static Command Facts(CommandContext context, CommonOptions options) =>
        new Command("facts", "Shows as JSON what is read from documentation pages.")
        {
            options.Pages, options.Output,
        }.Running(async (parsed, cancellation) =>
        {
            var read = await SourceReading.ReadAsync(context, parsed.GetValue(options.Pages)!, null, cancellation);
            Files.Write(
                parsed.GetValue(options.Output), context.Output, writer => FactsWriter.Write(read.Pages, writer));
            return read.End(context.Errors);
        });

    /// <summary><c>rules</c>: the rule table.</summary>
    private static Command Rules(CommandContext context, CommonOptions options) =>
        new Command("rules", "Lists the rules: severity, direction, what silence of the docs means.")
        {
            options.Language,
        }.Running((parsed, _) =>
        {
            var words = Wordings.In(parsed.GetValue(options.Language)!);
            var table = new Table { Border = TableBorder.Square };
            table.AddColumns(words["rule"], words["severity"], words["direction"], words["silence"], words["finding"]);
            foreach (var rule in RuleTable.All)
            {
                table.AddRow(rule.Id, words.Name(rule.Severity), words.Name(rule.Direction), words.Name(rule.Silence),
                    words.Title(rule));
            }

            Terminal.On(context.Output).Write(table);
            return Task.FromResult(0);
        });
}

/// <summary>Surroundings of a command: clock, network and streams.</summary>
internal sealed record CommandContext(
    TimeProvider Time, Func<HttpMessageHandler>? Handler, TextWriter Output, TextWriter Errors)
{
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
}
