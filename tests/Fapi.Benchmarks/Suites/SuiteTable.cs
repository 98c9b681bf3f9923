namespace Fapi.Benchmarks.Suites;

/// <summary>All parts of quick, in the order of its report.</summary>
internal static class SuiteTable
{
    internal static IReadOnlyList<ISuite> All(int memoryCalls) =>
    [
        new CallSuite(),
        new ResponseSuite(),
        new ListSuite(),
        new LoopbackSuite(),
        new StartSuite(),
        new SigningSuite(),
        new ScalingSuite(),
        new MemorySuite(memoryCalls),
        new ContractSuite(),
        new SandboxSuite(),
        new AccountSuite(),
        new FleetSuite(),
    ];
}
