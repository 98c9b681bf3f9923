using System.CommandLine;
using Fapi.SpecCheck.Facts.Lock;

namespace Fapi.SpecCheck.Cli;

/// <summary><c>lock PAGE…</c>: records what the pages say now; entries of other pages stay.</summary>
internal static class LockCommand
{
    public static Command Create(CommandContext context)
    {
        var pages = CommonOptions.Pages(ArgumentArity.ZeroOrMore);
        var (live, spec, docs) = (CommonOptions.Live(), CommonOptions.Spec(), CommonOptions.Lock());
        var command = new Command("lock", "Records what schema and pages say now, for `check` to compare with.")
        {
            pages, live, spec, docs,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(pages) is not { Length: > 0 } && !result.GetValue(live))
            {
                result.AddError("Name a PAGE to lock, or use --live for those that the spec lists.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = CommonOptions.Beside(parsed.GetValue(spec)!, parsed.GetValue(docs), "docs.lock.yaml");
            var known = File.Exists(file) ? await InputFile.LockAsync(file, cancellation) : new DocsLock([]);
            var document = InputFile.SpecAsync(parsed.GetValue(spec)!, cancellation);
            using var reading = new SourceReading(context);
            var read = await reading.ReadAsync(
                parsed.GetValue(pages) ?? [], parsed.GetValue(live) ? document : null, cancellation);
            return Write(context, file, known, OfTheSpec(await document, read));
        });
        return command;
    }

    /// <summary>Of a schema only the operations of the spec, under the address at which the spec lists it.</summary>
    private static ReadPages OfTheSpec(SpecDocument spec, ReadPages read) => read with
    {
        Pages =
        [
            .. from one in read.Pages
               let ours = spec.Operations.FirstOrDefault(ours => one.Operation == ours.Name)
               where !one.IsSchema || !one.Recognised || ours is not null
               select one.IsSchema
                   ? one with { Address = one.Address ?? (ours?.Schemas is [var first, ..] ? first : null) } : one,
        ],
    };

    private static int Write(CommandContext context, string file, DocsLock known, ReadPages read)
    {
        // Half a page in the lock would look like a change of the docs later.
        var complete = read.CompleteOnly();
        if (complete.Pages.Count > 0)
        {
            var text = known.With(complete.Pages, context.Today).Write();
            OutputFile.Write(file, context.Output, writer => writer.Write(text));
        }

        complete.WriteFailures(context.Errors);
        context.Output.WriteLine(
            $"Locked {complete.Pages.Count} of {read.Pages.Count} sources, each operation and language counted, in "
                + $"{file}.");
        return complete.ExitCode;
    }
}
