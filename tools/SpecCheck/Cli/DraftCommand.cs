using System.CommandLine;
using Fapi.SpecCheck.Cli.Drafts;

namespace Fapi.SpecCheck.Cli;

/// <summary><c>draft PAGE</c>: the path item with which a new operation starts.</summary>
internal static class DraftCommand
{
    public static Command Create(CommandContext context)
    {
        var pages = CommonOptions.Pages(ArgumentArity.OneOrMore);
        var (spec, output) = (CommonOptions.Spec(), CommonOptions.Output());
        var command =
            new Command("draft", "Writes an OpenAPI path item for a page, to be pasted under `paths` and reviewed.")
        {
            pages, spec, output,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var document = await InputFile.SpecAsync(parsed.GetValue(spec)!, cancellation);
            using var fetching = new FetchingScope(context);
            var read = await fetching.Reading.ReadAsync(parsed.GetValue(pages)!, cancellation);
            var complete = read.CompleteOnly();
            var draft = new PathItemDraft(document);
            var items = complete.Pages.GroupBy(page => (page.Method, page.Path))
                .Select(operation => draft.Write([.. operation]));
            OutputFile.Write(parsed.GetValue(output), context.Output, writer => writer.Write(string.Concat(items)));
            Failures.Write(complete.Failures, context.Errors);
            return complete.ExitCode;
        });
        return command;
    }
}
