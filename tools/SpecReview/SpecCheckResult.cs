using Fapi.SpecReview.Sides;

namespace Fapi.SpecReview;

/// <summary>What <c>spec-check check</c> says of a spec against the docs as they were last read.</summary>
internal sealed record SpecCheckResult(bool IsSame, string Output)
{
    internal static async Task<SpecCheckResult> OfAsync(Side side, CancellationToken cancellation)
    {
        var run = await ProcessRun.OfAsync(side.Folder, "dotnet", [Path.Combine(AppContext.BaseDirectory, "SpecCheck.dll"), "check"], cancellation);
        return new SpecCheckResult(run.ExitCode == 0, (run.Output + run.Errors).Trim());
    }
}
