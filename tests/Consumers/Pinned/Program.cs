using System.Reflection;
using Fapi.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddFapiClient(builder.Configuration.GetSection("Fapi"));
using var host = builder.Build();
await host.StartAsync();
var changed = await host.Services.GetRequiredService<IFapiClient>().ChangeInitialLeverageAsync("BTCUSDT", 33);
await host.StopAsync();

var http = Version(typeof(IHttpClientFactory));
var json = Version(typeof(Newtonsoft.Json.JsonSerializer));
Console.WriteLine($"Leverage is {changed.Leverage}, with Microsoft.Extensions.Http {http} and Newtonsoft.Json {json}.");
return changed.Leverage == 33 && http.StartsWith("8.0.0", StringComparison.Ordinal)
    && json.StartsWith("13.0.1", StringComparison.Ordinal) ? 0 : 1;

static string Version(Type type) =>
    type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
