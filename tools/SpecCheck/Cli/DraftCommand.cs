using System.CommandLine;
using Fapi.SpecCheck.Cli.Drafts;

namespace Fapi.SpecCheck.Cli;

/// <summary><c>draft OPERATION --from SCHEMA</c>: the path item with which a new operation starts.</summary>
internal static class DraftCommand
{
    public static Command Create(CommandContext context, CommonOptions options) =>
        new Command(
            "draft", "Writes an OpenAPI path item for an OPERATION of a schema, to be pasted under `paths`.")
        {
            options.Operations, options.From, options.Spec, options.Output,
        }.Running(async (parsed, cancellation) =>
        {
            var document = await Files.SpecAsync(parsed.GetValue(options.Spec)!, cancellation);
            var read = await SourceReading.ReadAsync(context, [parsed.GetValue(options.From)!], null, cancellation);
            if (read.Pages is [{ Recognised: true }, ..])
            {
                var address = document.Schemas.FirstOrDefault();
                var found = parsed.GetValue(options.Operations)!.SelectMany(name => Find(read.Pages, name));
                read = read with { Pages = [.. found.Select(one => one with { Address = one.Address ?? address })] };
            }

            var complete = read.CompleteOnly();
            var draft = new PathItemDraft(document);
            var items = complete.Pages.GroupBy(page => page.Path).Select(path => draft.Write([.. path]));
            Files.Write(
                parsed.GetValue(options.Output), context.Output, writer => writer.Write(string.Concat(items)));
            return complete.End(context.Errors);
        });

    /// <summary>The operations of a schema that are named by method and path, path, or id.</summary>
    /// <exception cref="WrongInputException">The schema has no such operation.</exception>
    private static List<SourceFacts> Find(IReadOnlyList<SourceFacts> schema, string name)
    {
        List<SourceFacts> found = [.. schema.Where(one =>
            one.IsSchema && (name == one.Operation || name == one.Path || name == one.OperationId))];
        return found.Count > 0 ? found : throw new WrongInputException(
            $"The schema has no operation {name}; name one as `GET /fapi/v1/time` or by its id.");
    }
}
