using Fapi.Sandbox;

namespace Fapi.Leverage.Tool.Tests;

public sealed class SetOnOtherExchangesTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start();
    private readonly KeyVariables _keys = new();

    public async ValueTask DisposeAsync()
    {
        _keys.Dispose();
        await _exchange.DisposeAsync();
    }

    [Fact]
    public async Task Hmac_key_comes_from_the_environment()
    {
        var line = WithKey(_exchange.Account.Hmac);

        Assert.Equal(0, await line.RunAsync(ToExchange("BTCUSDT", "33")));

        Assert.Equal(33, _exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Contains("custom", line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Sandbox exchange in this process", line.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SandboxKeyKind.Rsa)]
    [InlineData(SandboxKeyKind.Ed25519)]
    public async Task Private_key_file_may_be_of_either_kind(SandboxKeyKind kind)
    {
        var line = WithKey(kind == SandboxKeyKind.Rsa ? _exchange.Account.Rsa : _exchange.Account.Ed25519);

        Assert.Equal(0, await line.RunAsync(ToExchange("ETHUSDT", "7")));

        Assert.Equal(7, _exchange.Account.LeverageOf("ETHUSDT"));
    }

    [Theory]
    [InlineData("testnet")]
    [InlineData("live")]
    public async Task Without_a_key_nothing_is_sent(string environment)
    {
        var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("set", "BTCUSDT", "5", "--env", environment, "--yes"));

        Assert.Contains("FAPI_API_KEY", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_key_file_that_is_missing_or_no_key_is_named()
    {
        var line = new CommandLine
        {
            Variables = { ["FAPI_API_KEY"] = "k",
            ["FAPI_PRIVATE_KEY_FILE"] = "/nowhere/key.pem" }
        };
        Assert.Equal(2, await line.RunAsync(ToExchange("BTCUSDT", "5")));
        Assert.Contains("'/nowhere/key.pem', which does not exist", line.Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(_keys.File, "hunter2");
        line.Variables["FAPI_PRIVATE_KEY_FILE"] = _keys.File;
        Assert.Equal(2, await line.RunAsync(ToExchange("BTCUSDT", "5")));
        Assert.Contains("PEM", line.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", line.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "no terminal to ask at; pass --yes")]
    [InlineData("no", "Not confirmed")]
    [InlineData("", "Not confirmed")]
    public async Task Live_asks_and_sends_nothing_unless_confirmed(string? typed, string sentence)
    {
        var line = WithKey(_exchange.Account.Hmac, typed);

        Assert.Equal(2, await line.RunAsync("set", "BTCUSDT", "5", "--env", "live"));

        Assert.Contains(sentence, line.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dry_run_against_live_needs_no_confirmation_and_shows_no_secret()
    {
        var key = _exchange.Account.Hmac;
        var line = WithKey(key);

        Assert.Equal(0, await line.RunAsync("set", "BTCUSDT", "5", "--env", "live", "--dry-run"));

        Assert.Contains("https://fapi.binance.com", line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(key.ApiKey, line.Out + line.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Secret, line.Out + line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_outcome_ends_in_exit_code_3()
    {
        _exchange.Faults.Next(100, Fault.Status(502));
        var line = WithKey(_exchange.Account.Hmac);

        Assert.Equal(3, await line.RunAsync(ToExchange("BTCUSDT", "5")));

        Assert.StartsWith("It is unknown whether", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchange_that_cannot_be_reached_ends_in_exit_code_4()
    {
        var line = WithKey(_exchange.Account.Hmac);
        await _exchange.DisposeAsync();

        Assert.Equal(4, await line.RunAsync(ToExchange("BTCUSDT", "5")));
    }

    private string[] ToExchange(string symbol, string leverage) =>
        ["set", symbol, leverage, "--base-url", _exchange.BaseAddress.ToString()];

    private CommandLine WithKey(SandboxKey key, string? typed = null) => _keys.LineWith(key, typed);
}
