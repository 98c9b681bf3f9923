namespace Fapi.Sandbox.Operations;

internal sealed class ChangePositionMode(ErrorTable errors) : IOperationHandler
{
    public ExchangeResponse Handle(ExchangeCall call) => errors.Confirm(
        call.Account!.State.TrySetHedgeMode(bool.Parse(call.Parameters.Find("dualSidePosition")!.Value!)));
}
