namespace Fapi.Benchmarks.Measuring;

/// <summary>Something to measure: does it as often as it is told, and returns when all is done.</summary>
internal sealed record Work(string Name, Action<int> Run);

/// <summary>What one work took, a call.</summary>
/// <param name="Name">Name of the work.</param>
/// <param name="Nanoseconds">Time.</param>
/// <param name="Bytes">Allocated memory, of the whole process.</param>
internal sealed record Measured(string Name, Samples Nanoseconds, Samples Bytes);
