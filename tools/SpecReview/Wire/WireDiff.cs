using Fapi.SpecReview.Sides;

namespace Fapi.SpecReview.Wire;

/// <summary>What the same calls send before and after.</summary>
internal sealed record WireDiff(IReadOnlyList<WireRow> Rows)
{
    internal IReadOnlyList<WireRow> Changed => [.. Rows.Where(row => row.Before.Text != row.After.Text)];

    /// <summary>Calls that went out before, and no longer do.</summary>
    internal IReadOnlyList<WireRow> Lost => [.. Rows.Where(row => row.Before.IsSent && !row.After.IsSent)];

    internal static async Task<WireDiff> OfAsync(Side before, LoadedSdk left, Side after, LoadedSdk right)
    {
        var (old, now) = (new SdkCaller(left), new SdkCaller(right));
        var rows = new List<WireRow>();
        foreach (var call in ExampleCalls.Of(before.ReadSpec(), after.ReadSpec(), (operation, name) => old.Takes(operation, name) || now.Takes(operation, name)))
        {
            rows.Add(new WireRow(call, await old.CallAsync(call), await now.CallAsync(call)));
        }

        return new WireDiff(rows);
    }
}

internal sealed record WireRow(ExampleCall Call, WireOutcome Before, WireOutcome After);
