using System.Diagnostics;
using System.Formats.Tar;

namespace Fapi.SpecReview.Sides;

/// <summary>A git repository, and what its revisions hold.</summary>
internal sealed class Repository(string root)
{
    internal string Root => root;

    internal static async Task<Repository> OfAsync(string folder, CancellationToken cancellation)
    {
        var run = await ProcessRun.OfAsync(folder, "git", ["rev-parse", "--show-toplevel"], cancellation);
        return run.ExitCode == 0
            ? new Repository(run.Output.Trim())
            : throw new ReviewException($"{folder} is in no git repository; run this in a clone of the SDK's.", ExitCodes.WrongInput);
    }

    /// <param name="name">What git takes for a commit; null for the working tree, with all that is not ignored.</param>
    internal async Task<Revision> RevisionAsync(string? name, CancellationToken cancellation)
    {
        if (name is null)
        {
            return new Revision("the working tree", await TreeOfWorkingCopyAsync(cancellation));
        }

        try
        {
            var tree = await GitAsync(cancellation, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{tree}");
            return new Revision(await GitAsync(cancellation, "log", "-1", "--format=%h (%s)", "--end-of-options", name), tree);
        }
        catch (ReviewException)
        {
            throw new ReviewException($"'{name}' is no revision of {root}; give a commit, a branch or a tag.", ExitCodes.WrongInput);
        }
    }

    internal async Task ExportAsync(Revision revision, string folder, CancellationToken cancellation)
    {
        var archive = folder + ".tar";
        await GitAsync(cancellation, "archive", "--format=tar", "--output=" + archive, revision.Tree);
        Directory.CreateDirectory(folder);
        await TarFile.ExtractToDirectoryAsync(archive, folder, overwriteFiles: false, cancellation);
        File.Delete(archive);
    }

    // By an index of its own: that of the user stays as it is.
    private async Task<string> TreeOfWorkingCopyAsync(CancellationToken cancellation)
    {
        var index = Path.GetTempFileName();
        File.Delete(index);
        try
        {
            await GitAsync(WithIndex("read-tree", "HEAD"), cancellation);
            await GitAsync(WithIndex("add", "--all"), cancellation);
            return await GitAsync(WithIndex("write-tree"), cancellation);
        }
        finally
        {
            File.Delete(index);
        }

        ProcessStartInfo WithIndex(params string[] arguments) =>
            new("git", arguments) { WorkingDirectory = root, Environment = { ["GIT_INDEX_FILE"] = index } };
    }

    private Task<string> GitAsync(CancellationToken cancellation, params string[] arguments) =>
        GitAsync(new ProcessStartInfo("git", arguments) { WorkingDirectory = root }, cancellation);

    private static async Task<string> GitAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        var run = await ProcessRun.OfAsync(start, cancellation);
        return run.ExitCode == 0
            ? run.Output.Trim()
            : throw new ReviewException($"git {string.Join(' ', start.ArgumentList)} failed: {run.Errors.Trim()}");
    }
}
