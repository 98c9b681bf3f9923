using Fapi.Contract;
using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Reliability;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sdk.Tests.Health;

public sealed class HealthTests : IAsyncDisposable
{
    // The clock, and the cheapest signed request that needs no argument, to try the key with.
    private static readonly IReadOnlyList<ContractOperation> Sent =
    [
        .. ContractVerifier.Embedded().Document.Operations.Where(operation => operation.Id == "checkServerTime"),
        .. ContractVerifier.Embedded().Document.Operations.Where(TriesTheKey).OrderBy(Weight).Take(1),
    ];

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeMilliseconds(1736393892000));
    private readonly SandboxExchange _exchange;

    public HealthTests() =>
        _exchange = SandboxExchange.Start(options => (options.CheckContract, options.TimeProvider) = (false, _time));

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Fact]
    public async Task Client_that_can_work_is_healthy()
    {
        var report = await CheckAsync();

        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Equal(Sent.Sum(Weight), report.Data["usedWeight"]);
        Assert.Equal(2400, report.Data["weightLimit"]);
        Assert.Equal(Sent.Select(operation => operation.Id), _exchange.Requests.Select(sent => sent.OperationId));
    }

    [Fact]
    public async Task Exchange_that_cannot_be_reached_is_unhealthy()
    {
        _exchange.Faults.Next(Fault.ResetBeforeProcessing);

        var report = await CheckAsync();

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.IsType<FapiException>(report.Exception);
    }

    [Fact]
    public async Task Ban_is_unhealthy_and_sends_nothing()
    {
        await using var services = Services();
        _exchange.Faults.Next(Fault.Status(418));
        await Assert.ThrowsAsync<FapiException>(
            () => services.GetRequiredService<IFapiClient>().ChangeInitialLeverageAsync("BTCUSDT", 11));

        var report = await CheckAsync(services);

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains("has banned this IP for another", report.Description, StringComparison.Ordinal);
        Assert.Single(_exchange.Requests);
    }

    [Theory]
    [InlineData(-2000, HealthStatus.Degraded)]
    [InlineData(2000, HealthStatus.Degraded)]
    [InlineData(900, HealthStatus.Healthy)]
    public async Task Clock_that_is_off_is_degraded(int milliseconds, HealthStatus expected)
    {
        _exchange.ClockOffset = TimeSpan.FromMilliseconds(milliseconds);

        var report = await CheckAsync();

        Assert.Equal(expected, report.Status);
        Assert.Equal((double)milliseconds, report.Data["stampOffsetMilliseconds"]);
    }

    [Fact]
    public async Task Weight_that_is_used_up_is_degraded()
    {
        await using var services = Services(options => options.Limits.WeightPerMinute = 1 + Sent.Sum(Weight));
        await services.GetRequiredService<IFapiClient>().ChangeInitialLeverageAsync("BTCUSDT", 11);

        var report = await CheckAsync(services);

        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.Equal(1 + Sent.Sum(Weight), report.Data["usedWeight"]);
    }

    [Fact]
    public async Task Weight_that_is_not_shared_as_configured_is_degraded()
    {
        var budget = new AskedBudget { Trouble = "Nobody is reached." };
        await using var services = Services(options => options.Limits.Budget = budget);
        var check = CheckAsync(services);
        foreach (var _ in Sent)
        {
            await budget.AskedAsync();
            budget.Reply(true);
        }

        var report = await check;

        Assert.Equal((HealthStatus.Degraded, "Nobody is reached."), (report.Status, report.Description));
    }

    [Fact]
    public async Task Account_has_a_check_of_its_own()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddFapiClient("hedge", Configure);
        services.AddHealthChecks().AddFapiHealthCheck("hedge", failureStatus: HealthStatus.Degraded);
        await using var provider = services.BuildServiceProvider();
        _exchange.Faults.Next(Fault.ResetBeforeProcessing);

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(("fapi-hedge", HealthStatus.Degraded), (report.Entries.Single().Key, report.Status));
    }

    private static int Weight(ContractOperation operation) => operation.Extensions["x-weight"].GetInt32();

    private static bool TriesTheKey(ContractOperation operation) =>
        operation.Method == "GET" && operation.Extensions["x-security-type"].GetString() == "USER_DATA"
        && !operation.Extensions.ContainsKey("x-max-response-bytes")
        && operation.Parameters.All(p => !p.Required || p.IsSignature || p.Name == "timestamp");

    private async Task<HealthReportEntry> CheckAsync()
    {
        await using var services = Services();
        return await CheckAsync(services);
    }

    private static async Task<HealthReportEntry> CheckAsync(ServiceProvider services) =>
        (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["fapi"];

    private ServiceProvider Services(Action<FapiClientOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddFapiClient(options =>
        {
            Configure(options);
            configure?.Invoke(options);
        });
        services.AddHealthChecks().AddFapiHealthCheck();
        return services.BuildServiceProvider();
    }

    private void Configure(FapiClientOptions options) =>
        (options.BaseAddress, options.ApiKey, options.ApiSecret, options.TimeProvider) =
        (_exchange.BaseAddress, _exchange.Account.Hmac.ApiKey, _exchange.Account.Hmac.Secret, _time);
}
