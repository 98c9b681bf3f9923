using System.Text.Json;
using Fapi.Sandbox;

namespace Fapi.Leverage.Tool.Tests;

public sealed class ApplyTests : IAsyncDisposable
{
    private const string Isolated =
        "symbols: { BTCUSDT: { leverage: 7, marginType: ISOLATED }, ETHUSDT: { leverage: 5 } }";

    private readonly AccountFixture _on = new();
    private readonly string _journal = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public ValueTask DisposeAsync()
    {
        File.Delete(_journal);
        return _on.DisposeAsync();
    }

    [Fact]
    public async Task Account_becomes_as_wanted_and_a_second_plan_finds_nothing_to_do()
    {
        var (exitCode, line) = await ApplyAsync(Isolated);

        Assert.Equal(0, exitCode);
        Assert.Equal((7, "ISOLATED", 5), (_on.Account.LeverageOf("BTCUSDT"), _on.Account.MarginTypeOf("BTCUSDT"),
            _on.Account.LeverageOf("ETHUSDT")));
        Assert.Matches(@"│ Leverage \(2\) +│ 20 +│ 7 ", line.Out);
        Assert.Matches(@"│ Done +│ 3 +│ +│", line.Out);
        Assert.Matches(@"\n3 of 3 changes proved by reading back, in [0-9.]+ s, [0-9.]+ a second\.\n$", line.Out);

        var (again, second) = await _on.RunAsync("plan", _on.PlanFile(Isolated));
        Assert.Equal((0, "Nothing to do: 2 symbols as wanted.\n"), (again, second.Out));
    }

    [Fact]
    public async Task Nothing_is_sent_and_exit_code_0_where_there_is_nothing_to_do()
    {
        var (exitCode, line) = await ApplyAsync("symbols: { BTCUSDT: { leverage: 20 } }");

        Assert.Equal((0, "Nothing to do: 1 symbol as wanted.\n"), (exitCode, line.Out));
        Assert.Empty(_on.Changes);
    }

    [Fact]
    public async Task Json_is_one_object_with_the_outcome_of_each_change()
    {
        var (exitCode, line) = await ApplyAsync("symbols: { BTCUSDT: { leverage: 7 } }", "--output", "json");

        Assert.Equal(0, exitCode);
        Assert.Single(line.Out.TrimEnd().Split('\n'));
        var json = JsonDocument.Parse(line.Out).RootElement;
        Assert.Equal("done", json.GetProperty("outcome").GetString());
        Assert.Equal(
            """
            {"kind":"leverage","symbol":"BTCUSDT","from":"20","to":"7","reason":"BTCUSDT","block":null,"clamped":false,
            """ + "\"outcome\":\"done\",\"message\":null}",
            json.GetProperty("changes")[0].GetRawText());
        Assert.Equal(1, json.GetProperty("totals").GetProperty("done").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("endedBy").ValueKind);
    }

    [Fact]
    public async Task Blocked_change_ends_in_exit_code_6_and_says_what_to_do()
    {
        _on.Account.SetIsolatedPosition("BTCUSDT");

        var (exitCode, line) = await ApplyAsync("symbols: { BTCUSDT: { leverage: 5 }, ETHUSDT: { leverage: 5 } }");

        Assert.Equal(6, exitCode);
        Assert.Matches(@"│ Blocked +│ 1 +│ Leverage 20 → 5: BTCUSDT\. .*position", line.Out);
        Assert.Equal(5, _on.Account.LeverageOf("ETHUSDT"));
    }

    [Fact]
    public async Task Clamped_change_ends_in_exit_code_6()
    {
        var (exitCode, line) = await ApplyAsync("symbols: { DOGEUSDT: { leverage: 75, clamp: true } }");

        Assert.Equal(6, exitCode);
        Assert.Matches(@"│ Clamped +│ 1 +│ Leverage 20 → 50: DOGEUSDT\. ", line.Out);
        Assert.Equal(50, _on.Account.LeverageOf("DOGEUSDT"));
    }

    [Fact]
    public async Task Refused_change_ends_in_exit_code_1()
    {
        _on.Exchange.Faults.Next(100, Fault.Code(-4141, "Symbol is closed."), "changeInitialLeverage");

        var (exitCode, line) = await ApplyAsync("symbols: { BTCUSDT: { leverage: 5 } }", "--output", "json");

        Assert.Equal(1, exitCode);
        Assert.Equal("refused", JsonDocument.Parse(line.Out).RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Change_that_stays_unknown_ends_in_exit_code_3()
    {
        _on.Exchange.Faults.Next(100, Fault.Status(502), "changeInitialLeverage");

        var (exitCode, line) = await ApplyAsync("symbols: { BTCUSDT: { leverage: 5 } }", "--output", "json");

        Assert.Equal(3, exitCode);
        Assert.Equal("unknown", JsonDocument.Parse(line.Out).RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Stop_by_the_user_ends_in_order_and_the_next_run_goes_on()
    {
        using var stop = new CancellationTokenSource();
        var line = _on.Line(stop: stop.Token);
        line.Heard = text => Stop(text, stop);
        for (var number = 0; number < 30; number++)
        {
            _on.Exchange.Symbols.Add($"S{number:00}USDT", new LeverageBracket(50, 1000));
        }

        string[] apply =
            ["apply", _on.PlanFile("defaults: { leverage: 5 }"), "--base-url", $"{_on.Exchange.BaseAddress}"];

        Assert.Equal(5, await line.RunAsync([.. apply, "--parallel", "1"]));

        Assert.Contains("Ending after what is under way, and reading back.", line.Error, StringComparison.Ordinal);
        Assert.Contains("Run the same command again to go on", line.Out, StringComparison.Ordinal);
        var first = _on.Changes.Count();
        Assert.InRange(first, 1, 33);
        Assert.Equal(0, await _on.Line().RunAsync(apply));
        Assert.Equal(34, _on.Changes.Count());
    }

    [Fact]
    public async Task Journal_is_written_and_refused_where_it_is_none()
    {
        Assert.Equal(0, (await ApplyAsync(Isolated, "--journal", _journal)).ExitCode);
        Assert.NotEmpty(File.ReadAllText(_journal));
        Assert.DoesNotContain(_on.Account.Hmac.ApiKey, File.ReadAllText(_journal), StringComparison.Ordinal);

        File.WriteAllText(_journal, "no journal\n");
        var changes = _on.Changes.Count();
        var (exitCode, line) = await ApplyAsync("symbols: { BTCUSDT: { leverage: 9 } }", "--journal", _journal);

        Assert.Equal(2, exitCode);
        Assert.Equal(
            $"The journal '{_journal}' cannot be used: Line 1 of {_journal} is none of a journal. Name another file "
                + "for the journal. Nothing was sent.\n",
            line.Error);
        Assert.Empty(line.Out);
        Assert.Equal(changes, _on.Changes.Count());
    }

    [Fact]
    public async Task Journal_of_a_run_that_was_killed_at_its_very_end_is_completed()
    {
        await ApplyAsync(Isolated, "--journal", _journal);
        File.WriteAllLines(_journal, File.ReadAllLines(_journal)[..^1]);

        var (exitCode, line) = await ApplyAsync(Isolated, "--journal", _journal);
        var other = await ApplyAsync("symbols: { BTCUSDT: { leverage: 9 } }", "--journal", _journal);

        Assert.Equal((0, "Nothing to do: 2 symbols as wanted.\n"), (exitCode, line.Out));
        Assert.Equal(0, other.ExitCode);
    }

    [Fact]
    public async Task Journal_that_cannot_be_used_is_named_before_anything_is_read()
    {
        var (exitCode, line) = await ApplyAsync(Isolated, "--journal", Path.GetTempPath());

        Assert.Equal(2, exitCode);
        Assert.StartsWith(
            $"The journal '{Path.GetTempPath()}' cannot be used: ", line.Error, StringComparison.Ordinal);
        Assert.Empty(_on.Exchange.Requests);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public async Task Wrong_number_of_symbols_at_once_ends_in_exit_code_2(string parallel)
    {
        var (exitCode, line) = await ApplyAsync(Isolated, "--parallel", parallel);

        Assert.Equal(2, exitCode);
        Assert.StartsWith(
            $"--parallel is '{parallel}'; it has to be a whole number", line.Error, StringComparison.Ordinal);
    }

    private static void Stop(string text, CancellationTokenSource stop)
    {
        if (text.Contains(" a second, ", StringComparison.Ordinal))
        {
            stop.Cancel();
        }
    }

    private Task<(int ExitCode, CommandLine Line)> ApplyAsync(string text, params string[] options) =>
        _on.RunAsync(["apply", _on.PlanFile(text), .. options]);
}
