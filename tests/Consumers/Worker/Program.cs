using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Worker;

var builder = Host.CreateApplicationBuilder(args);
var duration = TimeSpan.FromSeconds(builder.Configuration.GetValue("Worker:Seconds", 5));
await using var exchange = new DemoExchange(seed: builder.Configuration.GetValue("Worker:Seed", 1));
builder.Configuration.AddInMemoryCollection(exchange.Settings);

// Three accounts, each with a key of another kind.
var accounts = builder.Configuration.GetSection("Accounts");
builder.Services.AddFapiClient("main", accounts.GetSection("main"));
builder.Services.AddFapiClient("hedge", accounts.GetSection("hedge"));
builder.Services.AddFapiClient(
    "spread", options => options.Bind(accounts.GetSection("spread")).Configure(o => o.UseEd25519()));
builder.Services.AddHealthChecks().AddFapiHealthCheck("main").AddFapiHealthCheck("hedge").AddFapiHealthCheck("spread");

// Telemetry: three names, and an exporter; here one that keeps everything in memory.
var exported = new Exported();
builder.Services.AddOpenTelemetry()
    .WithTracing(tracing => tracing.AddSource(FapiTelemetry.ActivitySourceName).AddInMemoryExporter(exported.Spans))
    .WithMetrics(metrics => metrics.AddMeter(FapiTelemetry.MeterName).AddInMemoryExporter(
        exported.Metrics, reader => reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = 500));
builder.Logging.ClearProviders().AddFilter("Fapi.Sdk", LogLevel.Trace).AddOpenTelemetry(logging =>
{
    (logging.IncludeFormattedMessage, logging.ParseStateValues) = (true, true);
    logging.AddInMemoryExporter(exported.Logs);
});

builder.Services.AddSingleton(exchange).AddSingleton(new WorkPlan(duration));
builder.Services.AddSingleton<LeverageWorker>()
    .AddHostedService(services => services.GetRequiredService<LeverageWorker>());

using var host = builder.Build();
await host.StartAsync();
var worker = host.Services.GetRequiredService<LeverageWorker>();
await worker.ExecuteTask!;
exchange.Sandbox.Faults.Clear();
var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
host.Services.GetRequiredService<MeterProvider>().ForceFlush();

var disagreements = Checks.Disagreements(worker, exchange, exported).ToList();
new OperatorScreen(exported, exchange, health).Print(duration, worker.Calls.Count, disagreements);
await host.StopAsync();
return disagreements.Count == 0 ? 0 : 1;
