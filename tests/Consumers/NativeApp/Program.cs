// An app that is trimmed, or compiled ahead of time: every operation of the SDK on the sandbox, then with fields that
// the spec does not know, then with errors.
using System.Net;
using Fapi.Sdk;
using Fapi.Sdk.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

const string Unknown = """{"unknown":{"a":[1,2.5,"x",null]},""";

var settings = new Dictionary<string, string?>
{
    ["Fapi:ParameterLimits:leverage:Maximum"] = "21",
    ["Fapi:Retry:MaxAttempts"] = "2",
    ["Fapi:TracedParameters:0"] = "symbol",
};
foreach (var name in new[] { "BaseAddress", "ApiKey", "ApiSecret" })
{
    settings[$"Fapi:{name}"] = Environment.GetEnvironmentVariable($"Fapi__{name}");
}

var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
await using var services = new ServiceCollection().AddFapiClient(configuration.GetSection("Fapi")).Services
    .BuildServiceProvider();
var sandbox = services.GetRequiredService<IFapiClient>();
if (args is ["first"])
{
    Console.WriteLine((await sandbox.ChangeInitialLeverageAsync("BTCUSDT", 21)).Leverage);
    return 0;
}

var bound = services.GetRequiredService<IOptionsMonitor<FapiClientOptions>>().CurrentValue;
Expect(bound.Retry.MaxAttempts == 2 && bound.TracedParameters is ["symbol"], "the options are bound");
try
{
    await sandbox.ChangeInitialLeverageAsync("BTCUSDT", 22);
    Expect(false, "the app's own limit holds");
}
catch (ArgumentException e)
{
    Console.WriteLine(e.Message);
}

foreach (var call in Calls.All)
{
    try
    {
        Console.WriteLine($"{call.Id}: {await call.Run(sandbox)}");
    }
    catch (FapiException e) when (e is { Outcome: FapiOutcome.Refused, ExchangeCode: not null })
    {
        Console.WriteLine($"{call.Id}: {e.Message}");
    }

    if (call.Example.Length > 0)
    {
        using var canned = Client(HttpStatusCode.OK, call.Example.Replace("{", Unknown, StringComparison.Ordinal));
        Expect(await call.Run(canned) is not null, $"{call.Id} has a response");
    }
}

using (var canned = Client(
    HttpStatusCode.OK, Unknown + "\"leverage\":21.0,\"maxNotionalValue\":\"inf\",\"symbol\":\"BTCUSDT\"}"))
{
    var response = await canned.ChangeInitialLeverageAsync("BTCUSDT", 21);
    Expect(response.IsUnlimited && response.AdditionalProperties["unknown"].ToString()!.Contains("2.5"), "it is kept");
}

await FailsAsync(HttpStatusCode.BadRequest, """{"code":-4028,"msg":"Leverage 21 is not valid"}""", FapiOutcome.Refused);
await FailsAsync(HttpStatusCode.Forbidden, "<html></html>", FapiOutcome.Refused);
await FailsAsync(HttpStatusCode.BadGateway, "", FapiOutcome.Unknown);
await FailsAsync(HttpStatusCode.OK, """{"leverage":"many"}""", FapiOutcome.Unknown);
return 0;

static FapiClient Client(HttpStatusCode status, string body)
{
    var options = new FapiClientOptions
    {
        BaseAddress = FapiEnvironments.Testnet,
        ApiKey = "key-of-a-test",
        ApiSecret = "secret-of-a-test",
    };
    options.Retry.MaxAttempts = 1;
    options.Limits.Enabled = false;
    options.Time.Sync = TimeSync.Never;
    return new FapiClient(new HttpMessageInvoker(new CannedHandler(status, body)), options);
}

static async Task FailsAsync(HttpStatusCode status, string body, FapiOutcome outcome)
{
    using var client = Client(status, body);
    try
    {
        await client.ChangeInitialLeverageAsync("BTCUSDT", 21);
        Expect(false, $"status {status} is an error");
    }
    catch (FapiException e)
    {
        Console.WriteLine(e.Message);
        Expect(e.Outcome == outcome, $"the outcome is {outcome}");
    }
}

static void Expect(bool holds, string what)
{
    if (!holds)
    {
        throw new InvalidOperationException($"Not so: {what}.");
    }
}

internal sealed record Call(string Id, Func<IFapiClient, Task<object?>> Run, string Example);

internal sealed class CannedHandler(HttpStatusCode status, string body) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
}
