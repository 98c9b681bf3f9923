using Fapi.Sdk.Options;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Fapi.Sdk.Redis.Tests.Options;

/// <summary>Which clients of an app share.</summary>
public sealed class RegistrationTests
{
    // Nobody listens there; nothing is asked of it.
    private const string Nowhere = "127.0.0.1:1";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Clients_share_one_budget_or_one_for_each_host(bool perBaseAddress)
    {
        await using var provider = Build(options => options.PerBaseAddress = perBaseAddress);

        var (main, hedge, test) = (BudgetOf(provider, "main"), BudgetOf(provider, "hedge"), BudgetOf(provider, "test"));

        Assert.NotNull(main);
        Assert.Same(main, hedge);
        Assert.Equal(!perBaseAddress, ReferenceEquals(main, test));
    }

    [Fact]
    public async Task Budget_that_the_app_has_set_stays()
    {
        await using var own = new RedisWeightBudget(new RedisBudgetOptions { Configuration = Nowhere, Processes = 1 });
        await using var provider = Build(_ => { }, client => client.Limits.Budget = own);

        Assert.Same(own, BudgetOf(provider, "main"));
    }

    [Fact]
    public void Provider_may_be_disposed_without_await()
    {
        var provider = Build(_ => { });
        _ = BudgetOf(provider, "main");

        provider.Dispose();
    }

    private static object? BudgetOf(ServiceProvider provider, string account) =>
        provider.GetRequiredService<IOptionsMonitor<FapiClientOptions>>().Get(account).Limits.Budget;

    private static ServiceProvider Build(
        Action<RedisBudgetOptions> configure, Action<FapiClientOptions>? configureClient = null)
    {
        var services = new ServiceCollection();
        foreach (var (account, host) in ((string, string)[])[("main", "live"), ("hedge", "live"), ("test", "testnet")])
        {
            services.AddFapiClient(account, options =>
            {
                options.BaseAddress = new Uri($"https://{host}.test");
                configureClient?.Invoke(options);
            });
        }

        services.AddFapiRedisBudget(options =>
        {
            (options.Configuration, options.Processes) = (Nowhere, 8);
            configure(options);
        });
        return services.BuildServiceProvider();
    }
}
