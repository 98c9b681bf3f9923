using System.Diagnostics;
using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Benchmarks.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Benchmarks.Suites;

/// <summary>Memory that a client keeps after many calls.</summary>
/// <param name="calls">How many calls each client makes.</param>
internal sealed class MemorySuite(int calls) : ISuite
{
    private const int FirstCalls = 10_000;
    private const int Readings = 20;

    // One retained object a call would be 24 bytes or more.
    private const double Nothing = 0.5;

    // A call every 30 ms is just below the weight that the exchange allows a minute.
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(30);

    public string Name => "memory";

    public Task<IReadOnlyList<Group>> RunAsync(Keys keys)
    {
        var place = Place.InMemory(() => new InMemoryHandler(Bodies.Small));
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var bare = SdkCases.Bare.Create(place, keys);
        using var injected = SdkCases.ByInjection(place, keys, options => options.TimeProvider = clock);
        (Row Row, Target Target)[] measured =
        [
            Measure("bare client", bare.Run),
            Measure("AddFapiClient with all on, a call every 30 ms of its clock", count => Run(injected, clock, count)),
        ];
        return Task.FromResult<IReadOnlyList<Group>>([new Group(
            $"Managed memory of {calls:#,0} calls, {FirstCalls:#,0} of them before the first reading",
            [.. measured.Select(one => one.Row)],
            [.. measured.Select(one => one.Target)])]);
    }

    private static void Run(Subject subject, FakeTimeProvider clock, int count)
    {
        for (var i = 0; i < count; i++)
        {
            subject.Run(1);
            clock.Advance(BetweenCalls);
        }
    }

    private (Row Row, Target Target) Measure(string name, Action<int> run)
    {
        run(FirstCalls);
        var step = (calls - FirstCalls) / Readings;
        var start = Stopwatch.GetTimestamp();
        var bytes = new List<double> { GC.GetTotalMemory(forceFullCollection: true) };
        for (var reading = 0; reading < Readings; reading++)
        {
            run(step);
            bytes.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        var time = Stopwatch.GetElapsedTime(start).TotalNanoseconds / (step * Readings);
        var growth = (bytes[^1] - bytes[0]) / (step * Readings);
        var noise = new Samples(bytes.Zip(bytes.Skip(1), (before, after) => (after - before) / step)).Noise;
        return (new Row(name, time, 0), new Target($"{name}, memory that stays after {FirstCalls:#,0} calls, a call", growth, noise, Nothing, "B"));
    }
}
