namespace Fapi.Leverage.Tool.Commands;

/// <summary>Options of a command that calls an exchange: which one, and the form of the report.</summary>
internal sealed class ExchangeOptions
{
    private readonly Option<string> _environment = Choice.Create(
        "--env", "Exchange to call: sandbox, testnet or live. Default: sandbox.", "sandbox", "testnet", "live");

    private readonly Option<string> _baseUrl =
        new("--base-url") { Description = "Any other compatible host; https, or http to loopback." };

    private readonly Option<string> _output = Choice.Create("--output", "table or json.", "table", "json");

    internal ExchangeOptions() => _output.DefaultValueFactory = _ => "table";

    internal Command AddTo(Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.Options.Add(_environment);
        command.Options.Add(_baseUrl);
        command.Options.Add(_output);
        command.SetAction(action);
        return command;
    }

    internal bool IsJson(ParseResult parsed) => parsed.GetValue(_output) == "json";

    /// <summary>Writes a report in the form that was asked for.</summary>
    internal void Write(ParseResult parsed, Terminal terminal, Func<JsonObject> toJson, Action writeTable)
    {
        if (IsJson(parsed))
        {
            JsonReport.Write(toJson(), terminal);
        }
        else
        {
            writeTable();
        }
    }

    /// <summary>Finds the exchange, and says so where it is a sandbox of this process.</summary>
    /// <param name="maxLeverage">Cap that the user typed; the one of the environment holds as well.</param>
    internal async Task<ChosenExchange> FindAsync(ParseResult parsed, Terminal terminal, int? maxLeverage = null)
    {
        var cap = LeverageCap.Find(maxLeverage, terminal);
        var exchange = ChosenExchange.Find(parsed.GetValue(_environment), parsed.GetValue(_baseUrl), terminal);
        exchange.Cap = cap;
        await exchange.AnnounceAsync(terminal);
        return exchange;
    }
}
