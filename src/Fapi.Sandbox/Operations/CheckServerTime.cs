namespace Fapi.Sandbox.Operations;

internal sealed class CheckServerTime : IOperationHandler
{
    public ExchangeResponse Handle(ExchangeCall call) =>
        ExchangeResponse.FromJson(200, new { serverTime = call.ServerTime });
}
