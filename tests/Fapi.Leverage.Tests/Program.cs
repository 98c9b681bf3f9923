using Fapi.Leverage.Tests.Kills;
using Xunit.MicrosoftTestingPlatform;

// The tests, or the process that they kill.
return args is [KilledProcess.Command, ..]
    ? await KilledProcess.RunAsync(args[1..])
    : await TestPlatformTestFramework.RunAsync(args, Fapi.Leverage.Tests.SelfRegisteredExtensions.AddSelfRegisteredExtensions);
