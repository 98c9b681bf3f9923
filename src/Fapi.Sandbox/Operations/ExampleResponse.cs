namespace Fapi.Sandbox.Operations;

internal sealed class ExampleResponse : IOperationHandler
{
    public ExchangeResponse Handle(ExchangeCall call)
    {
        var success = call.Operation.Responses.FirstOrDefault(r => r.Status.StartsWith('2'));
        var status = int.TryParse(success?.Status, out var documented) ? documented : 200;
        return success?.Example is { } example
            ? ExchangeResponse.FromJson(status, example)
            : new ExchangeResponse(status, null, []);
    }
}
