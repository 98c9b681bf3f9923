using System.Text.Json.Nodes;

namespace Fapi.Sandbox.Operations;

/// <summary>Responds with the example of the contract, whose symbol stands for each that is listed.</summary>
internal sealed class ExchangeInformation(SandboxSymbols symbols) : IOperationHandler
{
    private const string Quote = "USDT";

    public ExchangeResponse Handle(ExchangeCall call)
    {
        var response = call.Example.AsObject();
        var pattern = response["symbols"]![0]!;
        response["serverTime"] = call.ServerTime;
        response["symbols"] = new JsonArray([.. symbols.All.Select(symbol => Item(pattern.DeepClone(), symbol))]);
        return ExchangeResponse.FromJson(200, response);
    }

    private static JsonNode Item(JsonNode item, SandboxSymbol symbol)
    {
        item["symbol"] = symbol.Name;
        item["pair"] = symbol.Name;
        item["status"] = symbol.Status;
        item["baseAsset"] = symbol.Name.EndsWith(Quote, StringComparison.Ordinal) ? symbol.Name[..^Quote.Length]
            : symbol.Name;
        return item;
    }
}
