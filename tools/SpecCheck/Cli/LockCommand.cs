using System.CommandLine;

namespace Fapi.SpecCheck.Cli;

/// <summary><c>lock PAGE…</c>: records what the pages say now; entries of other pages stay.</summary>
internal static class LockCommand
{
    public static Command Create(CommandContext context, CommonOptions options)
    {
        var command = new Command("lock", "Records what schema and pages say now, for `check` to compare with.")
        {
            options.AnyPages, options.Live, options.Spec, options.Lock,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(options.AnyPages) is not { Length: > 0 } && !result.GetValue(options.Live))
            {
                result.AddError("Name a PAGE to lock, or use --live for those that the spec lists.");
            }
        });
        return command.Running(async (parsed, cancellation) =>
        {
            var file = options.Beside(parsed, options.Lock, "docs.lock.yaml");
            var known = File.Exists(file) ? await Files.LockAsync(file, cancellation) : new DocsLock([]);
            var spec = Files.SpecAsync(parsed.GetValue(options.Spec)!, cancellation);
            var all = await SourceReading.ReadAsync(
                context, parsed.GetValue(options.AnyPages)!, parsed.GetValue(options.Live) ? spec : null, cancellation);
            var read = OfTheSpec(await spec, all);
            // Half a page in the lock would look like a change of the docs later.
            var complete = read.CompleteOnly();
            if (complete.Pages.Count > 0)
            {
                var text = known.With(complete.Pages, context.Today).Write();
                Files.Write(file, context.Output, writer => writer.Write(text));
            }

            context.Output.WriteLine(
                $"Locked {complete.Pages.Count} of {read.Pages.Count} sources, each operation and language counted, in "
                    + $"{file}.");
            return complete.End(context.Errors);
        });
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
}
