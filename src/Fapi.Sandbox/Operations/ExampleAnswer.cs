namespace Fapi.Sandbox;

internal sealed class ExampleAnswer : IOperationHandler
{
    public HandlerResult Handle(ExchangeCall call)
    {
        var success = call.Operation.Responses.FirstOrDefault(r => r.Status.StartsWith('2'));
        var status = int.TryParse(success?.Status, out var documented) ? documented : 200;
        return success?.Example is { } example
            ? ExchangeAnswer.OfJson(status, example)
            : new ExchangeAnswer(status, null, []);
    }
}
