namespace Fapi.Sandbox.Operations;

internal sealed class ChangeInitialLeverage(ErrorTable errors, SandboxSymbols symbols) : IOperationHandler
{
    private const string Symbol = "symbol";
    private const string Leverage = "leverage";

    public ExchangeResponse Handle(ExchangeCall call)
    {
        if (symbols.Find(call.Parameters.Find(Symbol)!.Value!) is not { } symbol)
        {
            return errors.Refuse("BAD_SYMBOL", "Invalid symbol.");
        }

        var sent = call.Parameters.Find(Leverage)!.Value!;
        if (!int.TryParse(sent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var leverage) ||
            leverage < 1 || leverage > symbol.MaxLeverage)
        {
            return Invalid(sent);
        }

        return call.Account!.TrySetLeverage(symbol, leverage)
            ? ExchangeResponse.FromJson(200, new
            {
                leverage,
                maxNotionalValue = symbol.MaxNotionalAt(leverage),
                symbol = symbol.Name,
            })
            : errors.Refuse("ISOLATED_LEVERAGE_REJECT_WITH_POSITION");
    }

    public ExchangeResponse? OutOfRange(ContractParameter parameter, string value) =>
        parameter.Name == Leverage ? Invalid(value) : null;

    private ExchangeResponse Invalid(string leverage) =>
        errors.Refuse("INVALID_LEVERAGE", $"Leverage {leverage} is not valid");
}
