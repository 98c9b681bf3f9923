namespace Fapi.Sandbox.Operations;

internal sealed class ChangeInitialLeverage(ErrorTable errors, SandboxSymbols symbols) : IOperationHandler
{
    private const string Leverage = "leverage";

    public ExchangeResponse Handle(ExchangeCall call)
    {
        if (!symbols.TryFind(call, errors, out var symbol, out var refusal))
        {
            return refusal;
        }

        var sent = call.Parameters.Find(Leverage)!.Value!;
        if (!int.TryParse(sent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var leverage) ||
            leverage < 1 || leverage > symbol.MaxLeverage)
        {
            return Invalid(sent);
        }

        return call.Account!.State.TrySetLeverage(symbol, leverage) is { } name
            ? errors.Refuse(name)
            : ExchangeResponse.FromJson(200, new
            {
                leverage,
                maxNotionalValue = symbol.MaxNotionalAt(leverage),
                symbol = symbol.Name,
            });
    }

    public ExchangeResponse? OutOfRange(ContractParameter parameter, string value) =>
        parameter.Name == Leverage ? Invalid(value) : null;

    private ExchangeResponse Invalid(string leverage) =>
        errors.Refuse("INVALID_LEVERAGE", $"Leverage {leverage} is not valid");
}
