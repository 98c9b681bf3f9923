using Fapi.Sdk;
using Fapi.Sdk.Options;

using var http = new HttpMessageInvoker(FapiHttpHandler.Create());
using var client = new FapiClient(http, new FapiClientOptions
{
    BaseAddress = new Uri(Setting("Fapi__BaseAddress")),
    ApiKey = Setting("Fapi__ApiKey"),
    ApiSecret = Setting("Fapi__ApiSecret"),
});

var changed = await client.ChangeInitialLeverageAsync("BTCUSDT", 21);
Console.WriteLine(
    $"{changed.Symbol} has leverage {changed.Leverage}, up to a notional value of {changed.MaxNotionalValue}.");

try
{
    await client.ChangeInitialLeverageAsync("NOPEUSDT", 21);
    return 1;
}
catch (FapiException e) when (e is { Outcome: FapiOutcome.Refused, ExchangeCode: FapiErrorCodes.BadSymbol })
{
    Console.WriteLine($"NOPEUSDT was refused: {e.ExchangeMessage}");
}

return changed.Leverage == 21 ? 0 : 1;

static string Setting(string name) => Environment.GetEnvironmentVariable(name)
    ?? throw new InvalidOperationException($"The environment variable {name} is not set.");
