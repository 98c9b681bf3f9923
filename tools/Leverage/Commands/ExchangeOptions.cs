using System.CommandLine;
using Fapi.Leverage.Tool.Calls;

namespace Fapi.Leverage.Tool.Commands;

/// <summary>Options of a command that calls an exchange: which one, and the form of the report.</summary>
internal sealed class ExchangeOptions
{
    private readonly Option<string> _environment = Choice.Create("--env", "sandbox", "testnet", "live");
    private readonly Option<string> _baseUrl = new("--base-url");
    private readonly Option<string> _output = Choice.Create("--output", "table", "json");

    internal ExchangeOptions()
    {
        _environment.Description = "Exchange to call: sandbox, testnet or live. Default: sandbox.";
        _baseUrl.Description = "Any other compatible host; https, or http to loopback.";
        _output.Description = "table or json.";
        _output.DefaultValueFactory = _ => "table";
    }

    internal Command AddTo(Command command)
    {
        command.Options.Add(_environment);
        command.Options.Add(_baseUrl);
        command.Options.Add(_output);
        return command;
    }

    internal bool IsJson(ParseResult parsed) => parsed.GetValue(_output) == "json";

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
