using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Benchmarks.Wire;

namespace Fapi.Benchmarks.Suites;

/// <summary>One call of each client, without a network.</summary>
internal sealed class CallSuite : ISuite
{
    public string Name => "calls";

    public Task<IReadOnlyList<Group>> RunAsync(Keys keys)
    {
        using var subjects = new SubjectSet(CaseTable.All, _ => Place.InMemory(() => new InMemoryHandler(Bodies.Small)), keys);
        var measured = new Interleaved(rounds: 50, TimeSpan.FromMilliseconds(12), maxWarmUps: 20).Measure(subjects.Works());
        var careful = measured.Find(CaseTable.Careful);
        var bare = measured.Find(SdkCases.Bare);
        var injected = measured.Find(SdkCases.Injected);
        return Task.FromResult<IReadOnlyList<Group>>([Group.Create(
            "One call, in memory; ratios to careful System.Text.Json",
            measured,
            CaseTable.Careful.Name,
            Target.AtMost("bare client, time over careful System.Text.Json", bare.Nanoseconds.Over(careful.Nanoseconds), 0.80),
            Target.AtMost("bare client, bytes over careful System.Text.Json", bare.Bytes.Over(careful.Bytes), 1.00),
            Target.AtMost("AddFapiClient with all on, time over careful System.Text.Json", injected.Nanoseconds.Over(careful.Nanoseconds), 1.15),
            Target.AtMost("AddFapiClient with all on, bytes over careful System.Text.Json", injected.Bytes.Over(careful.Bytes), 1.25),
            Target.AtMost("bare client, time over the floor", bare.Nanoseconds.Over(measured.Find(CaseTable.Floor).Nanoseconds), 1.6))]);
    }
}
