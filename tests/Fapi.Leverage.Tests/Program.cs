using Fapi.Leverage.Tests.Kills;
using Fapi.Leverage.Tests.Scale;
using Xunit.MicrosoftTestingPlatform;

// The tests, or a process that they need.
return args switch
{
    [KilledProcess.Command, ..] => await KilledProcess.RunAsync(args[1..]),
    [MemoryTests.Command, var symbols] => await MemoryTests.RunAsync(int.Parse(symbols, CultureInfo.InvariantCulture)),
    _ => await TestPlatformTestFramework.RunAsync(
        args, Fapi.Leverage.Tests.SelfRegisteredExtensions.AddSelfRegisteredExtensions),
};
