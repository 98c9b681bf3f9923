using System.CommandLine;
using Fapi.Leverage.Tool.Calls;
using Fapi.Leverage.Tool.Output;

namespace Fapi.Leverage.Tool.Commands;

/// <summary>Arguments and options of a command with the call that changes a leverage.</summary>
internal sealed class CallOptions
{
    private readonly Argument<string> _symbol = new("SYMBOL") { Description = "Symbol, such as BTCUSDT." };
    private readonly Argument<int> _leverage = new("LEVERAGE") { CustomParser = WholeNumber.Read<int> };
    private readonly Option<int?> _max = new("--max") { CustomParser = text => WholeNumber.Read<int>(text) };
    private readonly Option<long?> _recvWindow = new("--recv-window") { CustomParser = t => WholeNumber.Read<long>(t) };
    private readonly ExchangeOptions _exchange = new();

    internal CallOptions()
    {
        _leverage.Description = "Target initial leverage.";
        _max.Description = $"Your own cap: a higher leverage is refused. {LeverageCap.Variable} sets one for all.";
        _recvWindow.Description = "Milliseconds for which the request stays valid.";
    }

    internal Command AddTo(Command command)
    {
        command.Arguments.Add(_symbol);
        command.Arguments.Add(_leverage);
        command.Options.Add(_max);
        command.Options.Add(_recvWindow);
        return _exchange.AddTo(command);
    }

    internal LeverageOrder Order(ParseResult parsed, bool isDryRun, bool isVerified = false) => new(
        parsed.GetValue(_symbol)!, parsed.GetValue(_leverage), parsed.GetValue(_recvWindow), isDryRun, isVerified);

    internal Task<ChosenExchange> ExchangeAsync(ParseResult parsed, Terminal terminal) =>
        _exchange.FindAsync(parsed, terminal, parsed.GetValue(_max));

    internal void Write(ParseResult parsed, CallReport report, Terminal terminal)
    {
        Action<CallReport, Terminal> write = _exchange.IsJson(parsed) ? JsonReport.Write : TableReport.Write;
        write(report, terminal);
    }
}
