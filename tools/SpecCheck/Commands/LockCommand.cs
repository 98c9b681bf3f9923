using System.CommandLine;
using Fapi.SpecCheck.Lock;

namespace Fapi.SpecCheck.Commands;

/// <summary><c>lock PAGE…</c>: records what the pages say now; entries of other pages stay.</summary>
internal static class LockCommand
{
    public static Command Create(AppContext context)
    {
        var pages = CommonOptions.Pages(ArgumentArity.OneOrMore);
        var (spec, docs) = (CommonOptions.Spec(), CommonOptions.Lock());
        var command = new Command("lock", "Records what documentation pages say now, for `check` to compare with.")
        {
            pages, spec, docs,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = CommonOptions.Beside(parsed.GetValue(spec)!, parsed.GetValue(docs), "docs.lock.yaml");
            var known = File.Exists(file) ? await LockFile.ReadAsync(file, cancellation) : new DocsLock([]);
            using var fetching = new FetchingScope(context);
            return Write(context, file, known, await fetching.Reading.ReadAsync(parsed.GetValue(pages)!, cancellation));
        });
        return command;
    }

    private static int Write(AppContext context, string file, DocsLock known, ReadPages read)
    {
        // Half a page in the lock would look like a change of the docs later.
        var complete = read.CompleteOnly();
        if (complete.Pages.Count > 0)
        {
            var text = LockFile.Write(known.With(complete.Pages, context.Today));
            OutputFile.Write(file, context.Output, writer => writer.Write(text));
        }

        Failures.Write(complete.Failures, context.Errors);
        context.Output.WriteLine($"Locked {complete.Pages.Count} of {read.Pages.Count} pages, each language counted, in {file}.");
        return complete.ExitCode;
    }
}
