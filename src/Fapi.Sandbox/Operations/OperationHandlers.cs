namespace Fapi.Sandbox.Operations;

/// <summary>Carries out operations that passed all checks; what it does not know by the contract's example.</summary>
internal sealed class OperationHandlers(ErrorTable errors, SandboxSymbols symbols)
{
    private readonly SymbolLists _lists = new(errors, symbols);

    public ExchangeResponse Handle(ExchangeCall call) => call.Operation.Id switch
    {
        "changeInitialLeverage" => ChangeSymbol(call, symbol => ChangeLeverage(call, symbol)),
        "changeMarginType" => ChangeSymbol(call, symbol => errors.Confirm(call.Account!.TrySetMarginType(
            symbol.Name, call.Value("marginType") == SandboxAccount.Isolated))),
        "changeMultiAssetsMode" => errors.Confirm(
            call.Account!.TrySetMultiAssetsMode(bool.Parse(call.Value("multiAssetsMargin")))),
        "changePositionMode" => errors.Confirm(
            call.Account!.TrySetHedgeMode(bool.Parse(call.Value("dualSidePosition")))),
        "checkServerTime" => ExchangeResponse.FromJson(new { serverTime = call.ServerTime }),
        "exchangeInformation" => _lists.ListSymbols(call),
        "futuresAccountConfiguration" or "getCurrentMultiAssetsMode" or "getCurrentPositionMode" => ShowModes(call),
        "notionalAndLeverageBrackets" => _lists.ListBrackets(call),
        "positionInformationV3" => _lists.ListPositions(call),
        "symbolConfiguration" => _lists.ListConfigurations(call),
        _ => ShowExample(call.Operation),
    };

    private ExchangeResponse ChangeSymbol(ExchangeCall call, Func<SandboxSymbol, ExchangeResponse> change) =>
        symbols.Find(call.Value("symbol")) switch
        {
            null => errors.RefuseSymbol(),
            { Status: SandboxSymbol.Trading } symbol => change(symbol),
            _ => errors.Refuse("INVALID_SYMBOL_STATUS"),
        };

    private ExchangeResponse ChangeLeverage(ExchangeCall call, SandboxSymbol symbol)
    {
        var sent = call.Value("leverage");
        if (!int.TryParse(sent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var leverage) ||
            leverage < 1 || leverage > symbol.MaxLeverage)
        {
            return errors.RefuseLeverage(sent);
        }

        var maxNotionalValue = symbol.MaxNotionalAt(leverage);
        return call.Account!.TrySetLeverage(symbol, leverage) is { } refusal
            ? errors.Refuse(refusal)
            : ExchangeResponse.FromJson(new { leverage, maxNotionalValue, symbol = symbol.Name });
    }

    // The modes of the account, in whichever of these fields the example has.
    private static ExchangeResponse ShowModes(ExchangeCall call)
    {
        var (response, account) = (call.Example.AsObject(), call.Account!);
        foreach (var (field, value) in new[]
        {
            ("dualSidePosition", account.IsHedgeMode), ("multiAssetsMargin", account.IsMultiAssetsMode),
        }.Where(mode => response.ContainsKey(mode.Item1)))
        {
            response[field] = value;
        }

        return ExchangeResponse.FromJson(response);
    }

    private static ExchangeResponse ShowExample(ContractOperation operation)
    {
        var success = operation.Responses.FirstOrDefault(r => r.Status.StartsWith('2'));
        var status = int.TryParse(success?.Status, out var documented) ? documented : 200;
        return success?.Example is { } example
            ? ExchangeResponse.FromJson(example, status)
            : new ExchangeResponse(status, null, []);
    }
}
