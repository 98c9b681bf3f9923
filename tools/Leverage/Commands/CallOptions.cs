namespace Fapi.Leverage.Tool.Commands;

/// <summary>Arguments and options of a command with the call that changes a leverage.</summary>
internal sealed class CallOptions
{
    private readonly Argument<string> _symbol = new("SYMBOL") { Description = "Symbol, such as BTCUSDT." };

    private readonly Argument<int> _leverage = new("LEVERAGE")
    {
        Description = "Target initial leverage.",
        CustomParser = text => WholeNumber.Read(text, int.MinValue, int.MaxValue),
    };

    private readonly Option<int?> _max = WholeNumber.Create(
        "--max", $"Your own cap: a higher leverage is refused. {LeverageCap.Variable} sets one for all.",
        int.MinValue, int.MaxValue);

    private readonly Option<long?> _recvWindow = WholeNumber.Create(
        "--recv-window", "Milliseconds for which the request stays valid.", long.MinValue, long.MaxValue);

    private readonly ExchangeOptions _exchange = new();

    internal Command AddTo(Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.Arguments.Add(_symbol);
        command.Arguments.Add(_leverage);
        command.Options.Add(_max);
        command.Options.Add(_recvWindow);
        return _exchange.AddTo(command, action);
    }

    internal LeverageOrder Order(ParseResult parsed, bool isDryRun, bool isVerified = false) => new(
        parsed.GetValue(_symbol)!, parsed.GetValue(_leverage), parsed.GetValue(_recvWindow), isDryRun, isVerified);

    internal Task<ChosenExchange> ExchangeAsync(ParseResult parsed, Terminal terminal) =>
        _exchange.FindAsync(parsed, terminal, parsed.GetValue(_max));

    internal void Write(ParseResult parsed, CallReport report, Terminal terminal) => _exchange.Write(
        parsed, terminal, () => JsonReport.From(report), () => TableReport.Write(report, terminal));
}
