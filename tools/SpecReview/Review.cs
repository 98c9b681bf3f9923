using Fapi.SpecReview.Api;
using Fapi.SpecReview.Sides;
using Fapi.SpecReview.Wire;

namespace Fapi.SpecReview;

/// <summary>All that is said of a change.</summary>
internal sealed record Review(
    Side Before, Side After, ApiDiff Api, IReadOnlyList<string> SourceBreaks, IReadOnlyList<string> BinaryBreaks, WireDiff Wire, IReadOnlyList<string> Facts, SpecCheckResult Docs)
{
    internal bool IsBreaking => SourceBreaks.Count > 0 || BinaryBreaks.Count > 0 || Wire.Lost.Count > 0;

    internal int ExitCode => IsBreaking ? ExitCodes.Breaking : Docs.IsSame ? ExitCodes.Fine : ExitCodes.DocsDiffer;

    internal static async Task<Review> OfAsync(Repository repository, Side before, Side after, CancellationToken cancellation)
    {
        using var left = new LoadedSdk(before.OutputFolder);
        using var right = new LoadedSdk(after.OutputFolder);
        var api = ApiDiff.Of(PublicSurface.Of(left.Assembly), PublicSurface.Of(right.Assembly));
        return new Review(
            before,
            after,
            api,
            [.. api.SourceBreaks().Distinct()],
            await Fapi.SpecReview.Api.BinaryBreaks.OfAsync(repository, before, after, cancellation),
            await WireDiff.OfAsync(before, left, after, right),
            OperationFacts.Diff(left, right),
            await SpecCheckResult.OfAsync(after, cancellation));
    }
}
