using System.CommandLine;
using Fapi.SpecCheck.Cli.Drafts;

namespace Fapi.SpecCheck.Cli;

/// <summary>
/// <c>draft OPERATION --from SCHEMA</c>, <c>draft PAGE</c>: the path item with which a new operation starts.
/// </summary>
internal static class DraftCommand
{
    public static Command Create(CommandContext context, CommonOptions options)
    {
        var command = new Command(
            "draft",
            "Writes an OpenAPI path item, to be pasted under `paths` and reviewed: for a page, or an OPERATION of a "
                + "schema.")
        {
            options.Pages, options.Spec, options.Output, options.From,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var document = await Files.SpecAsync(parsed.GetValue(options.Spec)!, cancellation);
            var (names, schema) = (parsed.GetValue(options.Pages)!, parsed.GetValue(options.From));
            using var reading = new SourceReading(context);
            var read = await reading.ReadAsync(schema is null ? names : [schema], null, cancellation);
            var complete = (schema is null ? read : Named(document, names, read)).CompleteOnly();
            var draft = new PathItemDraft(document);
            var items = complete.Pages.GroupBy(page => page.Path).Select(path => draft.Write([.. path]));
            Files.Write(
                parsed.GetValue(options.Output), context.Output, writer => writer.Write(string.Concat(items)));
            complete.WriteFailures(context.Errors);
            return complete.ExitCode;
        });
        return command;
    }

    /// <summary>The operations of a schema that are named by method and path, path, or id.</summary>
    /// <exception cref="WrongInputException">The schema has no such operation.</exception>
    private static ReadPages Named(SpecDocument spec, IReadOnlyList<string> names, ReadPages read)
    {
        if (read.Pages is not [{ Recognised: true }, ..])
        {
            return read;
        }

        var address = spec.Schemas.FirstOrDefault();
        return read with
        {
            Pages =
            [
                .. names.SelectMany(name => Find(read.Pages, name))
                    .Select(one => one with { Address = one.Address ?? address }),
            ],
        };
    }

    private static List<SourceFacts> Find(IReadOnlyList<SourceFacts> operations, string name)
    {
        List<SourceFacts> found =
        [
            .. operations.Where(
                one => name == one.Operation || name == one.Path || name == one.OperationId),
        ];
        return found.Count > 0 ? found : throw new WrongInputException(
            $"The schema has no operation {name}; name one as `GET /fapi/v1/time` or by its id.");
    }
}
