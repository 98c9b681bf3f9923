using System.Runtime.InteropServices;

namespace Fapi.Benchmarks.Reports;

/// <summary>A whole run.</summary>
internal sealed record Report(string Date, string Machine, string Runtime, IReadOnlyList<Group> Groups)
{
    public bool IsMissed => Groups.SelectMany(group => group.Targets).Any(target => target.Verdict == Verdict.Missed);

    internal static Report Create(IReadOnlyList<Group> groups) => new(
        TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.OSDescription}",
        RuntimeInformation.FrameworkDescription,
        groups);
}
