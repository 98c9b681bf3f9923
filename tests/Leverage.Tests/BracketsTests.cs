using System.Text.Json;
using Fapi.Sandbox;

namespace Fapi.Leverage.Tool.Tests;

public sealed class BracketsTests
{
    [Fact]
    public async Task Table_has_a_row_for_each_bracket()
    {
        var line = new CommandLine { Width = 120 };

        Assert.Equal(0, await line.RunAsync("brackets", "BTCUSDT"));

        Assert.Matches(@"│ 1 +│ 125 +│ 0 +│ 50,000 +│ [0-9.]+ % +│ 0 +│", line.Out);
        Assert.Matches(@"│ 10 +│ 1 +│ 600,000,000 +│ unlimited ", line.Out);
        Assert.EndsWith("BTCUSDT on sandbox.\n", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_fields_of_the_exchange()
    {
        var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("brackets", "币安人生USDT", "--output", "json"));

        var json = JsonDocument.Parse(line.Out).RootElement;
        Assert.Equal("币安人生USDT", json.GetProperty("symbol").GetString());
        Assert.Equal(
            [(20, 0, 5_000), (10, 5_000, 25_000), (5, 25_000, 100_000), (1, 100_000, 500_000)],
            json.GetProperty("brackets").EnumerateArray().Select(one => (one.GetProperty("initialLeverage").GetInt32(),
                one.GetProperty("notionalFloor").GetInt64(), one.GetProperty("notionalCap").GetInt64())));
    }

    [Fact]
    public async Task Symbol_that_the_exchange_does_not_have_ends_in_exit_code_1()
    {
        var line = new CommandLine();

        Assert.Equal(1, await line.RunAsync("brackets", "NOPEUSDT", "--output", "json"));

        Assert.Equal(-1121, JsonDocument.Parse(line.Out).RootElement.GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("show")]
    [InlineData("brackets", "BTCUSDT")]
    public async Task Reading_that_fails_for_good_ends_in_exit_code_4(params string[] command)
    {
        await using var on = new AccountFixture();
        on.Exchange.Faults.Always(Fault.Status(502));

        var (exitCode, line) = await on.RunAsync([.. command, "--output", "json"]);

        Assert.Equal((4, "unavailable"), (exitCode, JsonDocument.Parse(line.Out).RootElement.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task Response_that_cannot_be_read_ends_in_exit_code_4()
    {
        await using var on = new AccountFixture();
        on.Exchange.Faults.Always(Fault.TruncatedJson);

        var (exitCode, _) = await on.RunAsync("brackets", "BTCUSDT");

        Assert.Equal(4, exitCode);
    }
}
