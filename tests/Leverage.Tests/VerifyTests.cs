using System.Text.Json;
using Fapi.Sandbox;

namespace Fapi.Leverage.Tool.Tests;

/// <summary><c>set --verify</c> believes what it reads back, not the response.</summary>
public sealed class VerifyTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start();
    private readonly KeyVariables _keys = new();

    public async ValueTask DisposeAsync()
    {
        _keys.Dispose();
        await _exchange.DisposeAsync();
    }

    [Fact]
    public async Task Leverage_that_is_read_back_is_shown()
    {
        var (exitCode, line) = await SetAsync();

        Assert.Equal(0, exitCode);
        Assert.Matches(@"Read back\s+│ 21, CROSSED ", line.Out);
        Assert.Equal(
            ["changeInitialLeverage", "symbolConfiguration"], _exchange.Requests.Select(one => one.OperationId));
    }

    [Fact]
    public async Task Leverage_that_is_read_back_stands_in_the_JSON()
    {
        var (_, line) = await SetAsync("--output", "json");

        var read = JsonDocument.Parse(line.Out).RootElement.GetProperty("readBack");
        Assert.Equal(21, read.GetProperty("leverage").GetInt32());
        Assert.Equal("CROSSED", read.GetProperty("marginType").GetString());
    }

    [Fact]
    public async Task Response_that_is_not_true_ends_in_exit_code_3()
    {
        _exchange.Faults.Next(Fault.Response(200, """{"leverage":21,"maxNotionalValue":"1","symbol":"BTCUSDT"}"""));

        var (exitCode, line) = await SetAsync("--output", "json");

        Assert.Equal(3, exitCode);
        Assert.Equal(
            "The exchange responded that the leverage of BTCUSDT is 21, and reads it back as 20.\n", line.Error);
        var json = JsonDocument.Parse(line.Out).RootElement;
        Assert.Equal("unknown", json.GetProperty("outcome").GetString());
        Assert.Equal(2, json.GetProperty("attempts").GetInt32());
    }

    [Fact]
    public async Task Leverage_that_cannot_be_read_back_ends_in_exit_code_3()
    {
        _exchange.Faults.Next(Fault.Code(-2015, "Invalid API-key."), "symbolConfiguration");

        var (exitCode, line) = await SetAsync();

        Assert.Equal(3, exitCode);
        Assert.Contains("is 21, and it could not be read back.", line.Error, StringComparison.Ordinal);
        Assert.Equal(21, _exchange.Account.LeverageOf("BTCUSDT"));
    }

    private async Task<(int ExitCode, CommandLine Line)> SetAsync(params string[] options)
    {
        var line = _keys.LineWith(_exchange.Account.Hmac);
        return (await line.RunAsync(
            ["set", "BTCUSDT", "21", "--verify", "--base-url", _exchange.BaseAddress.ToString(), .. options]), line);
    }
}
