using Fapi.Sdk;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;
using Worker;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddFapiClient(builder.Configuration.GetSection("Fapi"));
builder.Services.AddKeyedSingleton<IFapiClient>("hedge", (_, _) =>
{
    var options = new FapiClientOptions();
    builder.Configuration.GetSection("Hedge").Bind(options);
    return new FapiClient(new HttpClient(FapiHttpHandler.Create()), options.UseEd25519());
});
builder.Services.AddHostedService<LeverageWorker>();
await builder.Build().RunAsync();
return Environment.ExitCode;
