using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Benchmarks.Wire;

namespace Fapi.Benchmarks.Suites;

/// <summary>Time of a call when 1 to 1,024 of them are under way at once.</summary>
internal sealed class ScalingSuite : ISuite
{
    private static readonly int[] Callers = [1, 32, 1024];
    private static readonly IReadOnlyList<Case> Compared = [
        CaseTable.Floor, CaseTable.SafeFloor, SdkCases.Bare, SdkCases.Injected];

    public string Name => "scaling";

    public Task<IReadOnlyList<Group>> RunAsync(Keys keys)
    {
        using var subjects = new SubjectSet(
            Compared, _ => Place.InMemory(() => new YieldingHandler(Bodies.Small)), keys);
        var measured = new Interleaved(rounds: 30, TimeSpan.FromMilliseconds(30)).Measure(
            [.. Callers.SelectMany(
                callers => subjects.Works(callers).Select(work => work with { Name = Named(work.Name, callers) }))]);
        var floor = Growth(measured, CaseTable.SafeFloor);
        var bare = Growth(measured, SdkCases.Bare).Over(floor);
        var injected = Growth(measured, SdkCases.Injected).Over(floor);
        return Task.FromResult<IReadOnlyList<Group>>([Group.Create(
            "Many callers at once, in memory after a yield; ratios to the floor with one caller",
            measured,
            Named(CaseTable.Floor.Name, 1),
            Target.AtMost("bare client, growth of time per call from 1 to 1,024 callers over the safe floor's", bare, 1.00),
            Target.AtMost(
                "AddFapiClient with all on, growth of time per call from 1 to 1,024 callers over the safe floor's",
                injected, 1.00))]);
    }

    private static Samples Growth(IReadOnlyList<Measured> measured, Case one) =>
        Time(measured, one, Callers[^1]).Over(Time(measured, one, Callers[0]));

    private static Samples Time(IReadOnlyList<Measured> measured, Case one, int callers) =>
        measured.Single(row => row.Name == Named(one.Name, callers)).Nanoseconds;

    private static string Named(string name, int callers) => $"{name}, {callers} callers";
}
