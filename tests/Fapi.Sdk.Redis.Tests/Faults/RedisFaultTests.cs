using Fleet.Redis;
using Fleet.Workers;

namespace Fapi.Sdk.Redis.Tests.Faults;

/// <summary>Redis is there, and not as it should be.</summary>
[Trait("Speed", "Slow")]
public sealed class RedisFaultTests(ITestOutputHelper output)
{
    private const string Password = "first-password";

    // The state of the scope has a field for each process, and others.
    private const string Fields = $"HKEYS fapi:{{{WorkerSettings.SharedScope}}}";
    private const string FieldOfProcess = "m:";

    [Fact]
    public async Task Way_that_takes_200_ms_slows_calls_and_nothing_else()
    {
        // More than by default, for a machine with much to do.
        await using var run = await FaultRun.StartAsync(
            (settings, _) => settings with { RedisTimeout = TimeSpan.FromSeconds(2) });
        await run.GoAsync();

        run.Proxy.Delay = TimeSpan.FromMilliseconds(200);

        await run.FinishAsync(output);
        Assert.All(run.Reports, report => Assert.True(report.IsShared, run.ToString()));
        Assert.All(run.Reports, report => Assert.Equal(0, FaultRun.Logged(report, FaultRun.Lost)));
    }

    [Fact]
    public async Task Way_that_takes_longer_than_the_timeout_is_as_no_Redis()
    {
        await using var run = await FaultRun.StartAsync();
        await run.GoAsync();

        run.Proxy.Delay = TimeSpan.FromMilliseconds(900);
        await run.UntilAsync(
            () => run.Reports.All(report => report.IsShared == false), TimeSpan.FromSeconds(4), "all are alone");
        run.Proxy.Delay = TimeSpan.Zero;
        output.WriteLine($"shared after {await run.UntilAllShareAsync(FaultRun.Recovery)}");

        await run.FinishAsync(output);
    }

    [Fact]
    public async Task Full_Redis_is_as_none()
    {
        await using var run = await FaultRun.StartAsync();
        await run.GoAsync();

        await run.Redis.AskAsync("CONFIG SET maxmemory 1");
        await run.UntilAllAreAloneAsync();
        await run.Redis.AskAsync("CONFIG SET maxmemory 0");
        output.WriteLine($"shared after {await run.UntilAllShareAsync(FaultRun.Recovery)}");

        await run.FinishAsync(output);
        run.AssertSaidOnce();
    }

    [Fact]
    public async Task Changed_password_is_as_no_Redis()
    {
        await using var run = await FaultRun.StartAsync(
            (settings, _) => settings with { Redis = $"{settings.Redis},password={Password}" });
        await run.Redis.ChangePasswordAsync(Password);
        await run.GoAsync();

        await run.Redis.ChangePasswordAsync("second-password");
        await run.Redis.DisconnectAllAsync();
        await run.UntilAllAreAloneAsync();
        await run.Redis.ChangePasswordAsync(Password);
        output.WriteLine($"shared after {await run.UntilAllShareAsync(FaultRun.Recovery)}");

        await run.FinishAsync(output);
        run.AssertSaidOnce();
    }

    [Fact]
    public async Task Failover_to_an_empty_one_does_no_harm()
    {
        await using var other = await RedisServer.StartAsync();
        await using var run = await FaultRun.StartAsync();
        await run.GoAsync();

        run.Proxy.Lead(other.Port);
        var told = await run.UntilAsync(
            async () => (await other.AskAsync(Fields)).Split('\n').Count(
                line => line.StartsWith(FieldOfProcess, StringComparison.Ordinal)) == FaultRun.Processes,
            FaultRun.Recovery, "all have told the other Redis");
        output.WriteLine($"shared after {told + await run.UntilAllShareAsync(FaultRun.Recovery - told)}");

        await run.FinishAsync(output);
    }
}
