using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;

namespace Fapi.Benchmarks.Full;

internal static class FullConfig
{
    /// <summary>
    /// A fixed number of calls: with warm-up they stay below the weight that a client's limits take a minute at the most.
    /// </summary>
    internal static IConfig Create() => DefaultConfig.Instance
        .AddJob(Job.Default.WithInvocationCount(16_384).WithWarmupCount(10).WithIterationCount(30).AsDefault())
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumn(StatisticColumn.Median, StatisticColumn.P95);
}
