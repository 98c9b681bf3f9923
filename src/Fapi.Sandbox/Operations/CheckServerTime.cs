namespace Fapi.Sandbox;

internal sealed class CheckServerTime : IOperationHandler
{
    public HandlerResult Handle(ExchangeCall call) =>
        ExchangeAnswer.OfJson(200, new { serverTime = call.ServerTime });
}
