using Fapi.Sandbox;

namespace Fapi.Leverage.Tool.Tests;

/// <summary>The user's own cap refuses a higher leverage before anything is sent.</summary>
public sealed class CapTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start();
    private readonly KeyVariables _keys = new();

    public async ValueTask DisposeAsync()
    {
        _keys.Dispose();
        await _exchange.DisposeAsync();
    }

    [Theory]
    [InlineData("20", null, "leverage is 21; --max allows at most 20. Nothing was sent.")]
    [InlineData(null, "20", "leverage is 21; FAPI_MAX_LEVERAGE allows at most 20. Nothing was sent.")]
    [InlineData("20", "10", "leverage is 21; FAPI_MAX_LEVERAGE allows at most 10. Nothing was sent.")]
    [InlineData("10", "50", "leverage is 21; --max allows at most 10. Nothing was sent.")]
    [InlineData("200", null, "--max is 1 to 200, wider than the spec; it has to narrow what the spec allows")]
    [InlineData("x", null, "--max is 'x'; it has to be a whole number.")]
    [InlineData(null, "x", "FAPI_MAX_LEVERAGE is 'x'; it has to be a whole number. Nothing was sent.")]
    public async Task Leverage_above_it_is_refused_by_its_name_and_not_sent(string? typed, string? set, string sentence)
    {
        var (exitCode, line) = await SetAsync(typed, set);

        Assert.Equal(2, exitCode);
        Assert.StartsWith(sentence, line.Error, StringComparison.Ordinal);
        Assert.Empty(_exchange.Requests);
    }

    [Theory]
    [InlineData("21", null)]
    [InlineData(null, "21")]
    [InlineData(null, "")]
    [InlineData("125", "21")]
    public async Task Leverage_up_to_it_is_set(string? typed, string? set)
    {
        var (exitCode, _) = await SetAsync(typed, set);

        Assert.Equal(0, exitCode);
        Assert.Equal(21, _exchange.Account.LeverageOf("BTCUSDT"));
    }

    private async Task<(int ExitCode, CommandLine Line)> SetAsync(string? typed, string? set)
    {
        var line = _keys.LineWith(_exchange.Account.Hmac);
        if (set is not null)
        {
            line.Variables["FAPI_MAX_LEVERAGE"] = set;
        }

        string[] max = typed is null ? [] : ["--max", typed];
        return (await line.RunAsync(
            ["set", "BTCUSDT", "21", "--base-url", _exchange.BaseAddress.ToString(), .. max]), line);
    }
}
