using System.CommandLine;
using Fapi.Leverage.Tool.Calls;
using Fapi.Leverage.Tool.Output;

namespace Fapi.Leverage.Tool.Commands;

/// <summary>Arguments and options of a command with a call: the call, the exchange, the form of the report.</summary>
internal sealed class CallOptions
{
    private readonly Argument<string> _symbol = new("SYMBOL") { Description = "Symbol, such as BTCUSDT." };
    private readonly Argument<int> _leverage = new("LEVERAGE") { CustomParser = WholeNumber.Read<int> };
    private readonly Option<string> _environment = Choice.Create("--env", "sandbox", "testnet", "live");
    private readonly Option<string> _baseUrl = new("--base-url");
    private readonly Option<long?> _recvWindow = new("--recv-window") { CustomParser = t => WholeNumber.Read<long>(t) };
    private readonly Option<string> _output = Choice.Create("--output", "table", "json");

    internal CallOptions()
    {
        _leverage.Description = "Target initial leverage.";
        _environment.Description = "Exchange to call: sandbox, testnet or live. Default: sandbox.";
        _baseUrl.Description = "Any other compatible host; https, or http to loopback.";
        _recvWindow.Description = "Milliseconds for which the request stays valid.";
        _output.Description = "table or json.";
        _output.DefaultValueFactory = _ => "table";
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
        var exchange = ChosenExchange.Find(parsed.GetValue(_environment), parsed.GetValue(_baseUrl), terminal);
        await exchange.AnnounceAsync(terminal);
        return exchange;
    }

    internal void Write(ParseResult parsed, CallReport report, Terminal terminal)
    {
        var isJson = parsed.GetValue(_output) == "json";
        Action<CallReport, Terminal> write = isJson ? JsonReport.Write : TableReport.Write;
        write(report, terminal);
    }
}
