using Fapi.Leverage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddFapiClient(builder.Configuration.GetSection("Fapi"));
builder.Services.AddSingleton<LeverageAtStart>();
builder.Services.AddHostedService(services => services.GetRequiredService<LeverageAtStart>());
using var host = builder.Build();
await host.StartAsync();
var left = host.Services.GetRequiredService<LeverageAtStart>().Left;
await host.StopAsync();

Console.WriteLine($"{left} changes are left.");
return left == 0 ? 0 : 1;
