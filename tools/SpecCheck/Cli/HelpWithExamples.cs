using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Fapi.SpecCheck.Cli;

/// <summary>Help followed by command lines to copy, and what the exit codes mean.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Text = """
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

    /// <summary>Who asks for help is not told what is missing.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Text.ReplaceLineEndings());
        return result;
    }
}
