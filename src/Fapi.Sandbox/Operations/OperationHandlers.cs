using Fapi.Contract;

namespace Fapi.Sandbox;

/// <summary>The handlers by operation; an operation without one answers with the contract's example.</summary>
internal sealed class OperationHandlers(ErrorTable errors, SandboxSymbols symbols)
{
    private readonly Dictionary<string, IOperationHandler> byId = new(StringComparer.Ordinal)
    {
        ["changeInitialLeverage"] = new ChangeInitialLeverage(errors, symbols),
        ["checkServerTime"] = new CheckServerTime(),
    };

    private readonly ExampleAnswer example = new();

    public IOperationHandler For(ContractOperation operation) => byId.GetValueOrDefault(operation.Id, example);
}
