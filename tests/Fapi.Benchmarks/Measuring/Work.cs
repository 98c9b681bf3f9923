namespace Fapi.Benchmarks.Measuring;

/// <summary>Something to measure: does it as often as it is told, and returns when all is done.</summary>
/// <param name="Name">Name of the work.</param>
/// <param name="Run">Does it so many times.</param>
/// <param name="FewestCalls">Below this the start of the callers would be measured, and not what they do.</param>
internal sealed record Work(string Name, Action<int> Run, int FewestCalls = 1);

/// <summary>Time and bytes of one work, a call.</summary>
/// <param name="Name">Name of the work.</param>
/// <param name="Nanoseconds">Time.</param>
/// <param name="Bytes">Allocated memory, of the whole process.</param>
internal sealed record Measured(string Name, Samples Nanoseconds, Samples Bytes);
