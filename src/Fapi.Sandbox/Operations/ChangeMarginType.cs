namespace Fapi.Sandbox.Operations;

internal sealed class ChangeMarginType(ErrorTable errors, SandboxSymbols symbols) : IOperationHandler
{
    public ExchangeResponse Handle(ExchangeCall call) => symbols.TryFind(call, errors, out var symbol, out var refusal)
        ? errors.Confirm(call.Account!.State.TrySetMarginType(
            symbol.Name, call.Parameters.Find("marginType")!.Value == SandboxAccount.Isolated))
        : refusal;
}
