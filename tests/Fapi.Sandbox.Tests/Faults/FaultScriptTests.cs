using System.Net;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Faults;

public sealed class FaultScriptTests
{
    [Fact]
    public async Task Faults_happen_in_the_order_in_which_they_were_scripted_and_then_no_more()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(2, Fault.Code(-1021));
        exchange.Faults.Next(Fault.Code(-1022));
        Assert.Equal(3, exchange.Faults.Pending);

        var codes = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            codes.Add((await caller.SetLeverageAsync()).Code);
        }

        Assert.Equal([-1021, -1021, -1022, 0], codes);
        Assert.Equal(0, exchange.Faults.Pending);
    }

    [Fact]
    public async Task A_fault_for_one_operation_leaves_the_others_alone()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.Code(-1000), "changeInitialLeverage");

        Assert.Equal(HttpStatusCode.OK, (await caller.GetTimeAsync()).Status);
        Assert.Equal(-1000, (await caller.SetLeverageAsync()).Code);
    }

    [Fact]
    public async Task A_fault_that_always_happens_comes_after_the_scripted_ones_and_until_it_is_cleared()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Always(Fault.Code(-1022));
        exchange.Faults.Next(Fault.Code(-1021));

        var codes = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            codes.Add((await caller.SetLeverageAsync()).Code);
        }

        Assert.Equal([-1021, -1022, -1022], codes);
        exchange.Faults.Clear();
        Assert.Equal(0, (await caller.SetLeverageAsync()).Code);
    }

    [Fact]
    public async Task A_cleared_script_does_nothing()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(5, Fault.Code(-1000));
        exchange.Faults.Randomly(1, 1, Fault.Code(-1000));

        exchange.Faults.Clear();

        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync()).Status);
    }

    [Fact]
    public async Task Chance_is_repeated_by_the_same_seed_and_keeps_to_its_probability()
    {
        var first = await Codes(seed: 1, probability: 0.3);
        var again = await Codes(seed: 1, probability: 0.3);
        var other = await Codes(seed: 2, probability: 0.3);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(c => c != 0), 30, 90);
        Assert.Contains(-1000, first);
        Assert.Contains(-1001, first);
        Assert.DoesNotContain(await Codes(seed: 1, probability: 0), c => c != 0);
        Assert.DoesNotContain(0, await Codes(seed: 1, probability: 1));
    }

    [Fact]
    public async Task A_fault_without_sense_is_refused()
    {
        await using var exchange = SandboxExchange.Start();

        Assert.Throws<ArgumentOutOfRangeException>(() => exchange.Faults.Next(0, Fault.EmptyBody));
        Assert.Throws<ArgumentOutOfRangeException>(() => exchange.Faults.Randomly(1.1, 1, Fault.EmptyBody));
        Assert.Throws<ArgumentOutOfRangeException>(() => exchange.Faults.Randomly(0.5, 1));
    }

    private static async Task<List<int>> Codes(int seed, double probability)
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Randomly(probability, seed, Fault.Code(-1000), Fault.Code(-1001));
        var codes = new List<int>();
        for (var i = 0; i < 200; i++)
        {
            codes.Add((await caller.GetTimeAsync()).Code);
        }

        return codes;
    }
}
