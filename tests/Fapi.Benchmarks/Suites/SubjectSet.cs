using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;

namespace Fapi.Benchmarks.Suites;

/// <summary>The clients of one suite, until it ends.</summary>
internal sealed class SubjectSet(IReadOnlyList<Case> cases, Func<Case, Place> place, Keys keys) : IDisposable
{
    private const int CallsOfEach = 4;

    private readonly (string Name, Subject Subject)[] _subjects = [.. cases.Select(one => (one.Name, one.Create(place(one), keys)))];

    /// <summary>One call after the other.</summary>
    internal IReadOnlyList<Work> Works() => [.. _subjects.Select(one => new Work(one.Name, one.Subject.Run))];

    /// <summary>Calls by many callers at once.</summary>
    internal IReadOnlyList<Work> Works(int callers) => [.. _subjects.Select(one => new Work(one.Name, calls => one.Subject.Run(calls, callers), callers * CallsOfEach))];

    public void Dispose()
    {
        foreach (var (_, subject) in _subjects)
        {
            subject.Dispose();
        }
    }
}

internal static class MeasuredCases
{
    internal static Measured Find(this IReadOnlyList<Measured> measured, Case one) => measured.Single(row => row.Name == one.Name);
}
