using Fapi.Sdk;

namespace Worker;

/// <summary>Sets the leverage with two keys, one of configuration section Fapi and one of section Hedge, and ends.</summary>
internal sealed class LeverageWorker(
    IFapiClient main,
    [FromKeyedServices("hedge")] IFapiClient hedge,
    IHostApplicationLifetime lifetime,
    ILogger<LeverageWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Environment.ExitCode = 1;
        try
        {
            var first = await main.ChangeInitialLeverageAsync("BTCUSDT", 10, cancellationToken: stoppingToken);
            var second = await hedge.ChangeInitialLeverageAsync("ETHUSDT", 20, cancellationToken: stoppingToken);
            logger.LogInformation("Leverage is {First} and {Second}", first.Leverage, second.Leverage);
            Environment.ExitCode = (first.Leverage, second.Leverage) == (10, 20) && main != hedge ? 0 : 1;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }
}
