using System.Diagnostics;
using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Wire;
using Fapi.Sdk;

namespace Fapi.Benchmarks.Tests;

/// <summary>The bytes that a call may allocate. Not noisy, unlike time: one allocation more, and the test
/// fails.</summary>
public sealed class AllocationTests : IDisposable
{
    private readonly Keys _keys = new();

    // A build for debugging keeps the state of every asynchronous method on the heap, so it has a limit of its own.
    private static bool IsOptimized =>
        !typeof(FapiClient).Assembly.GetCustomAttributes(false).OfType<DebuggableAttribute>()
            .Any(attribute => attribute.IsJITOptimizerDisabled);

    public static TheoryData<string, int, int> Limits => new()
    {
        { SdkCases.Bare.Name, 1592, 2040 },
        { SdkCases.Injected.Name, 1592, 2040 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Call_allocates_no_more_than_its_limit(string name, int optimized, int debug)
    {
        var chosen = CaseTable.All.Single(one => one.Name == name);
        using var subject = chosen.Create(Place.InMemory(() => new InMemoryHandler(Bodies.Small)), _keys);

        var bytes = BytesPerCall(subject);

        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} B");
        Assert.InRange(bytes, 1, IsOptimized ? optimized : debug);
    }

    public void Dispose() => _keys.Dispose();

    /// <summary>The least of some rounds: what a collection or a compilation adds is in one of them only.</summary>
    private static long BytesPerCall(Subject subject)
    {
        const int calls = 1_000;
        subject.Run(calls);
        return Enumerable.Range(0, 10).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            subject.Run(calls);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / calls;
        });
    }
}
