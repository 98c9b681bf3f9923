using Fapi.Contract;

namespace Fapi.SpecReview.Sides;

/// <summary>One side of the comparison: the files of a revision, and Fapi.Sdk as it is built from them.</summary>
internal sealed record Side(Revision Revision, string Folder)
{
    private const string Framework = "net10.0";

    private string Project => Path.Combine(Folder, "src", "Fapi.Sdk");

    internal string OutputFolder => Path.Combine(Project, "bin", "Debug", Framework);

    internal string Assembly => Path.Combine(OutputFolder, "Fapi.Sdk.dll");

    internal static async Task<Side> BuildAsync(Repository repository, Revision revision, string folder, CancellationToken cancellation)
    {
        var side = new Side(revision, folder);
        await repository.ExportAsync(revision, folder, cancellation);
        var run = await ProcessRun.OfAsync(
            DotnetCommand.Of(folder, "build", side.Project, "-f", Framework, "-p:CopyLocalLockFileAssemblies=true", "-p:RunAnalyzers=false"),
            cancellation);
        return run.ExitCode == 0 ? side : throw side.NotBuilt(run);
    }

    internal ContractDocument ReadSpec() => ContractVerifier.FromFile(Path.Combine(Folder, "spec", "openapi.yaml")).Document;

    private ReviewException NotBuilt(ProcessRun run)
    {
        var errors = DotnetCommand.ErrorsOf(run.Output);
        // Paths as in the repository; the project that MSBuild names in brackets is always the same.
        var shown = (errors.Count > 0 ? errors : [run.Output.Trim() + run.Errors.Trim()])
            .Select(error => error.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split(" [src")[0])
            .Distinct();
        return new ReviewException($"Fapi.Sdk of {Revision.Label} does not build:{Environment.NewLine}{string.Join(Environment.NewLine, shown)}");
    }
}
