using System.CommandLine;
using Fapi.Leverage.Calls;
using Fapi.Leverage.Output;

namespace Fapi.Leverage.Commands;

/// <summary>What every command with a call asks for: the call, the exchange, the form of the report.</summary>
internal sealed class CallOptions
{
    private readonly Argument<string> _symbol = new("SYMBOL") { Description = "Symbol of the contract, such as BTCUSDT." };
    private readonly Argument<int> _leverage = new("LEVERAGE") { Description = "Target initial leverage.", CustomParser = WholeNumber.Read<int> };
    private readonly Option<string> _environment = new("--env") { Description = "Exchange to call: sandbox, testnet or live. Default: sandbox." };
    private readonly Option<string> _baseUrl = new("--base-url") { Description = "Any other compatible host; https, or http to loopback." };
    private readonly Option<long?> _recvWindow = new("--recv-window") { Description = "Milliseconds for which the request stays valid.", CustomParser = text => WholeNumber.Read<long>(text) };
    private readonly Option<string> _output = new("--output") { Description = "table or json.", DefaultValueFactory = _ => "table" };

    internal CallOptions()
    {
        _environment.AcceptOnlyFromAmong("sandbox", "testnet", "live");
        _output.AcceptOnlyFromAmong("table", "json");
    }

    internal Command AddTo(Command command)
    {
        command.Arguments.Add(_symbol);
        command.Arguments.Add(_leverage);
        foreach (var option in new Option[] { _environment, _baseUrl, _recvWindow, _output })
        {
            command.Options.Add(option);
        }

        return command;
    }

    internal LeverageOrder Order(ParseResult parsed, bool isDryRun) =>
        new(parsed.GetValue(_symbol)!, parsed.GetValue(_leverage), parsed.GetValue(_recvWindow), isDryRun);

    /// <summary>Finds the exchange, and says so where it is a sandbox of this process.</summary>
    internal async Task<ChosenExchange> ExchangeAsync(ParseResult parsed, Terminal terminal)
    {
        var exchange = Exchanges.Find(parsed.GetValue(_environment), parsed.GetValue(_baseUrl), terminal);
        await exchange.AnnounceAsync(terminal);
        return exchange;
    }

    internal void Write(ParseResult parsed, LeverageReport report, Terminal terminal)
    {
        if (parsed.GetValue(_output) == "json")
        {
            JsonReport.Write(report, terminal.Out);
        }
        else
        {
            TableReport.Write(report, terminal.Out);
        }
    }
}
