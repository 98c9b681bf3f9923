using System.CommandLine;
using Fapi.SpecCheck.Report;
using Fapi.SpecCheck.Report.Formats;

namespace Fapi.SpecCheck.Cli;

/// <summary>Arguments and options of the commands.</summary>
internal sealed class CommonOptions
{
    public Argument<string[]> AnyPages { get; } = PagesOf(ArgumentArity.ZeroOrMore);

    public Argument<string[]> Pages { get; } = PagesOf(ArgumentArity.OneOrMore);

    public Option<bool> Live { get; } = Flag("--live", "Fetch the pages that the spec lists for its operations.");

    public Option<bool> List { get; } =
        Flag("--list", "Name the operations of the schema that the spec does not have.");

    public Argument<string[]> Operations { get; } = new("OPERATION")
    {
        Description = "Method and path, path, or id of an operation of the schema; any number of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string> From { get; } = new("--from")
    {
        Description = "Official schema, file or address, that has the operations.",
        HelpName = "SCHEMA",
        Required = true,
    };

    public Option<string?> Spec { get; } = File(
        "--spec", "OpenAPI document, YAML or JSON.", Path.Combine("spec", "openapi.yaml"));

    public Option<string?> Lock { get; } = File(
        "--lock", "What the pages said when they were last read. Default: docs.lock.yaml beside the spec.");

    public Option<string?> Waivers { get; } = File(
        "--waivers",
        "Findings to be silenced for a while. Default: docs.waivers.yaml beside the spec, where there is one.");

    public Option<string?> Output { get; } = File(
        "--output", "File to write to instead of the terminal; it is replaced as a whole or not at all.");

    public Option<string> Severity { get; } = Choice(
        "--severity",
        "Lowest severity that is shown and counts as drift; notes are always shown and never count.",
        "warning", "info", "error");

    public Option<string> Language { get; } = Choice("--language", "Language of the report.", [.. Wordings.Languages]);

    public Option<string> Format { get; } = Choice("--format", "How to write the report.", [.. ReportFormats.All.Keys]);

    /// <summary>The file that was named, or the one beside the spec.</summary>
    public string Beside(ParseResult parsed, Option<string?> option, string name) =>
        parsed.GetValue(option) ?? Path.Combine(Path.GetDirectoryName(parsed.GetValue(Spec)) ?? "", name);

    private static Argument<string[]> PagesOf(ArgumentArity arity)
    {
        var pages = new Argument<string[]>("PAGE")
        {
            Description = "File, folder or https address of a documentation page; any number of them.",
            Arity = arity,
        };
        pages.Validators.Add(result =>
        {
            foreach (var unknown in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError(
                    $"There is no option `{unknown.Value}`; a file of that name is given as `./{unknown.Value}`.");
            }
        });
        return pages;
    }

    /// <summary>An option that takes one of several values, the first where none is given.</summary>
    private static Option<string> Choice(string name, string description, params string[] values) =>
        new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] }
            .AcceptOnlyFromAmong(values);

    private static Option<string?> File(string name, string description, string? standard = null) =>
        new(name) { Description = description, HelpName = "FILE", DefaultValueFactory = _ => standard };

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };
}

internal static class CommandExtensions
{
    /// <summary>The command with what it does; the result is the exit code.</summary>
    public static Command Running(this Command command, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        command.SetAction(run);
        return command;
    }
}
