using System.Diagnostics;
using System.Runtime;

namespace Fapi.Benchmarks.Measuring;

/// <summary>Measures works in turns, in rounds short enough that each meets the same machine.</summary>
/// <param name="rounds">How many count.</param>
/// <param name="round">Time for one work in one round.</param>
/// <param name="maxWarmUps">How many rounds may go before the first that counts.</param>
internal sealed class Interleaved(int rounds, TimeSpan round, int maxWarmUps = 10)
{
    // The runtime compiles hot methods anew in the background, 100 ms after the last new one.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);

    internal IReadOnlyList<Measured> Measure(params IReadOnlyList<Work> works)
    {
        var calls = WarmUp(works);
        var takes = works.Select(_ => new List<(double Nanoseconds, double Bytes)>()).ToArray();
        for (var turn = 0; turn < rounds * works.Count; turn++)
        {
            // Every other round goes backwards, so that none always follows the same one.
            var (number, position) = Math.DivRem(turn, works.Count);
            var i = number % 2 == 0 ? position : works.Count - 1 - position;
            takes[i].Add(Take(works[i], calls[i]));
        }

        return [
            .. works.Select(
                (work, i) => new Measured(work.Name, new(takes[i].Select(take => take.Nanoseconds)),
                    new(takes[i].Select(take => take.Bytes))))];
    }

    /// <summary>Until nothing is compiled any more.</summary>
    /// <returns>How many calls of each work make a round.</returns>
    private int[] WarmUp(IReadOnlyList<Work> works)
    {
        var calls = new int[works.Count];
        var (quiet, compiled) = (0, 0L);
        for (var warmUp = 0; warmUp < maxWarmUps && quiet < 2; warmUp++)
        {
            for (var i = 0; i < works.Count; i++)
            {
                calls[i] = CallsInARound(works[i]);
            }

            Thread.Sleep(Pause);
            var count = JitInfo.GetCompiledMethodCount();
            quiet = count == compiled ? quiet + 1 : 0;
            compiled = count;
        }

        return calls;
    }

    private int CallsInARound(Work work)
    {
        for (var calls = work.FewestCalls; ; calls *= 2)
        {
            var time = Take(work, calls).Nanoseconds;
            if (time * calls * 3 > round.TotalNanoseconds)
            {
                return Math.Max(work.FewestCalls, (int)(round.TotalNanoseconds / time));
            }
        }
    }

    private static (double Nanoseconds, double Bytes) Take(Work work, int calls)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        work.Run(calls);
        var time = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        return (time / calls, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / calls);
    }
}
