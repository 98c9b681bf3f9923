namespace Fapi.Sandbox.Operations;

internal sealed class ChangeMultiAssetsMode(ErrorTable errors) : IOperationHandler
{
    public ExchangeResponse Handle(ExchangeCall call) => errors.Confirm(
        call.Account!.State.TrySetMultiAssetsMode(bool.Parse(call.Parameters.Find("multiAssetsMargin")!.Value!)));
}
