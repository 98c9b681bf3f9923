using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Reports;

namespace Fapi.Benchmarks.Suites;

/// <summary>A part of quick that can be run alone.</summary>
internal interface ISuite
{
    /// <summary>Name for <c>--only</c>.</summary>
    string Name { get; }

    Task<IReadOnlyList<Group>> RunAsync(Keys keys);
}
