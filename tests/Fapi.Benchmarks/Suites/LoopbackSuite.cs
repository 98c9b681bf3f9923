using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Benchmarks.Wire;

namespace Fapi.Benchmarks.Suites;

/// <summary>Calls over real connections, to a server in a process of its own.</summary>
internal sealed class LoopbackSuite : ISuite
{
    private const int ManyCallers = 32;
    private static readonly IReadOnlyList<Case> Compared = [
        CaseTable.Floor, CaseTable.SafeFloor, CaseTable.Careful, SdkCases.Bare, SdkCases.Injected];

    public string Name => "loopback";

    public async Task<IReadOnlyList<Group>> RunAsync(Keys keys)
    {
        await using var server = await ServerProcess.StartAsync().ConfigureAwait(false);
        using var subjects = new SubjectSet(Compared, _ => Place.Loopback(server.Address), keys);
        var alone = new Interleaved(rounds: 12, TimeSpan.FromMilliseconds(40), maxWarmUps: 6).Measure(subjects.Works());
        var together = new Interleaved(rounds: 90, TimeSpan.FromMilliseconds(20), maxWarmUps: 6).Measure(
            subjects.Works(ManyCallers));
        var floor = together.Find(CaseTable.SafeFloor).Nanoseconds;
        return
        [
            Group.Create("One caller over loopback; ratios to the floor", alone, CaseTable.Floor.Name),
            Group.Create(
                $"{ManyCallers} callers over loopback; ratios to the floor",
                together,
                CaseTable.Floor.Name,
                Target.AtLeast($"bare client, {ManyCallers} callers on loopback, calls a second over the safe floor's",
                    floor.Over(together.Find(SdkCases.Bare).Nanoseconds), 0.97),
                Target.AtLeast(
                    $"AddFapiClient with all on, {ManyCallers} callers on loopback, calls a second over the safe floor's",
                    floor.Over(together.Find(SdkCases.Injected).Nanoseconds), 0.97)),
        ];
    }
}
