namespace Fapi.Sandbox.Operations;

/// <summary>The handlers by operation; an operation without one responds with the contract's example.</summary>
internal sealed class OperationHandlers(ErrorTable errors, SandboxSymbols symbols)
{
    private readonly Dictionary<string, IOperationHandler> _byId = new(StringComparer.Ordinal)
    {
        ["changeInitialLeverage"] = new ChangeInitialLeverage(errors, symbols),
        ["checkServerTime"] = new CheckServerTime(),
        ["symbolConfiguration"] = new SymbolConfiguration(errors, symbols),
        ["notionalAndLeverageBrackets"] = new NotionalAndLeverageBrackets(errors, symbols),
        ["changeMarginType"] = new ChangeMarginType(errors, symbols),
        ["getCurrentPositionMode"] = new AccountModes(),
        ["changePositionMode"] = new ChangePositionMode(errors),
        ["getCurrentMultiAssetsMode"] = new AccountModes(),
        ["changeMultiAssetsMode"] = new ChangeMultiAssetsMode(errors),
        ["futuresAccountConfiguration"] = new AccountModes(),
        ["exchangeInformation"] = new ExchangeInformation(symbols),
        ["positionInformationV3"] = new PositionInformation(errors, symbols),
    };

    private readonly ExampleResponse _example = new();

    public IOperationHandler For(ContractOperation operation) => _byId.GetValueOrDefault(operation.Id, _example);
}
