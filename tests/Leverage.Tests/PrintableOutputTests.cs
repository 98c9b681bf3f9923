using System.Text.Json;
using Fapi.Leverage.Tool.Shell;
using Fapi.Sandbox;

namespace Fapi.Leverage.Tool.Tests;

/// <summary>Text of an exchange, a user or a file neither steers the terminal nor forges a line.</summary>
public sealed class PrintableOutputTests : IAsyncDisposable
{
    // Writes to the clipboard, turns the direction of text, begins a line.
    private const string Odd = "1\u001b]52;c;QUJD\u0007\u202e2\u2066\u0085\u2028\r\n│ Leverage │ 125";
    private const string Shown = @"1\u001B]52;c;QUJD\u0007\u202E2\u2066\u0085\u2028\u000D\u000A│ Leverage │ 125";

    private readonly SandboxExchange _exchange = SandboxExchange.Start(options => options.CheckContract = false);
    private readonly string _plan = Path.GetTempFileName();
    private readonly KeyVariables _keys = new();

    public async ValueTask DisposeAsync()
    {
        _keys.Dispose();
        File.Delete(_plan);
        await _exchange.DisposeAsync();
    }

    [Fact]
    public void Terminal_escapes_on_both_outputs_and_leaves_letters_of_any_script()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(output, error, TextReader.Null, CanAsk: false, _ => null);

        terminal.Out.Write($"币安人生USDT é 👍 {Odd}");
        terminal.Error.WriteLine(Odd.ToCharArray());

        var kept = Shown.Replace(@"\u000D\u000A", "\n", StringComparison.Ordinal);
        Assert.Equal($"币安人生USDT é 👍 {kept}", output.ToString());
        Assert.Equal($"{kept}\n", error.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Sentence_stays_on_one_line()
    {
        var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("set", "BTCUSDT", Odd));

        Assert.StartsWith($"LEVERAGE is '{Shown}'; it has to be a whole number", line.Error, StringComparison.Ordinal);
        AssertPrintable(line);
    }

    [Fact]
    public async Task Value_of_the_exchange_is_one_line_of_the_table()
    {
        var line = await SetAsync(Respond("BTCUSDT", Odd));

        Assert.Contains($"Max. notional │ {Shown} ", line.Out, StringComparison.Ordinal);
        Assert.Single(Lines(line.Out).Where(one => one.StartsWith('│')).Select(one => one.Length).Distinct());
        AssertPrintable(line);
    }

    [Fact]
    public async Task Value_of_the_exchange_is_the_same_in_JSON()
    {
        var line = await SetAsync(Respond("BTCUSDT", Odd), "--output", "json");

        Assert.Equal(Odd, JsonDocument.Parse(line.Out).RootElement.GetProperty("maxNotionalValue").GetString());
        AssertPrintable(line);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public async Task Symbol_of_the_exchange_is_printable(string output)
    {
        var line = await SetAsync(Respond(Odd, "1"), "--output", output);

        Assert.Contains(@"\u202E", line.Out + line.Error, StringComparison.OrdinalIgnoreCase);
        AssertPrintable(line);
    }

    [Fact]
    public async Task Message_of_the_exchange_is_printable()
    {
        var line = await SetAsync(Fault.Code(-4028, Odd));

        Assert.Contains(@"\u202E", line.Error, StringComparison.Ordinal);
        AssertPrintable(line);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("plan")]
    [InlineData("plan", "--output", "json")]
    public async Task Name_of_a_symbol_of_the_exchange_neither_steers_nor_forges_a_row(params string[] command)
    {
        _exchange.Symbols.Add(Odd, new LeverageBracket(50, 1000));
        var line = _keys.LineWith(_exchange.Account.Hmac);
        line.Width = 200;
        await File.WriteAllTextAsync(_plan, "defaults: { leverage: 5 }", TestContext.Current.CancellationToken);
        string[] plan = command[0] == "plan" ? [_plan] : [];

        await line.RunAsync([.. command, .. plan, "--base-url", _exchange.BaseAddress.ToString()]);

        Assert.Contains(@"\u202E", line.Out, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Lines(line.Out), row => row.Contains(@"\u000D\u000A│ Leverage │ 125", StringComparison.OrdinalIgnoreCase)
            || row.Contains(@"\r\n│ Leverage │ 125", StringComparison.Ordinal));
        AssertPrintable(line);
    }

    [Fact]
    public async Task Error_of_a_plan_is_printable()
    {
        var line = new CommandLine();
        await File.WriteAllTextAsync(
            _plan, """symbols: { "1\u001b]52;c\u0007\u202e": { leverage: x } }""", TestContext.Current.CancellationToken);

        Assert.Equal(2, await line.RunAsync("plan", _plan));

        AssertPrintable(line);
    }

    private static Fault Respond(string symbol, string maxNotionalValue) => Fault.Response(
        200, JsonSerializer.Serialize(new { leverage = 5, maxNotionalValue, symbol }));

    private async Task<CommandLine> SetAsync(Fault fault, params string[] options)
    {
        _exchange.Faults.Always(fault);
        var line = _keys.LineWith(_exchange.Account.Hmac);
        line.Width = 200;
        await line.RunAsync(["set", "BTCUSDT", "5", "--base-url", _exchange.BaseAddress.ToString(), .. options]);
        return line;
    }

    private static void AssertPrintable(CommandLine line)
    {
        var printed = line.Out + line.Error;
        Assert.NotEmpty(printed);
        Assert.DoesNotContain(
            printed, one => one != '\n' && (char.IsControl(one) || "\u202e\u2066\u2028".Contains(one)));
        Assert.DoesNotContain(Lines(printed), one => one.StartsWith("│ Leverage │ 125", StringComparison.Ordinal));
    }

    private static string[] Lines(string text) => text.Split('\n');
}
