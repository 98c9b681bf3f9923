using Fapi.Contract;
using Fapi.Leverage;
using Fapi.Sandbox;
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Loopback;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace Fapi.Sdk.Tests.Readme;

/// <summary>The snippets of the READMEs, compiled and run; <see cref="ReadmeTests"/> holds both to the same
/// text.</summary>
public sealed class ReadmeSnippets
{
    internal static async Task FirstCallAsync()
    {
        using var client = new FapiClient(new FapiClientOptions
        {
            BaseAddress = FapiEnvironments.Testnet,
            ApiKey = Environment.GetEnvironmentVariable("FAPI_API_KEY"),
            ApiSecret = Environment.GetEnvironmentVariable("FAPI_API_SECRET"),
        });
        var response = await client.ChangeInitialLeverageAsync("BTCUSDT", 21);
        Console.WriteLine($"{response.Symbol}: {response.Leverage}x, up to {response.MaxNotionalValue}");
    }

    internal static async Task ErrorsAsync(IFapiClient client)
    {
        try
        {
            await client.ChangeInitialLeverageAsync("BTCUSDT", 21);
        }
        catch (FapiException e) when (e.Outcome == FapiOutcome.Unknown)
        {
            // It may have been executed: read the state back, or send it again, which is harmless here.
        }
        catch (FapiException e) when (e.ExchangeCode == FapiErrorCodes.InvalidLeverage)
        {
            // -4028: the brackets of this symbol allow less.
        }
    }

    internal static async Task WholeAccountAsync(IFapiClient client)
    {
        var plan = LeveragePlan.Parse(await File.ReadAllTextAsync("leverage.yaml"), "leverage.yaml");
        var manager = new LeverageManager(client);
        var changes = await manager.PlanAsync(plan);
        Console.WriteLine($"{changes.All.Count} changes, weight {changes.Weight}, about {changes.Expected}");

        using var journal = LeverageJournal.Open("leverage.journal", account: "main");
        var report = await manager.ApplyAsync(changes, new ApplyOptions { Journal = journal });
        foreach (var item in report.All.Where(item => item.Outcome is not (ChangeOutcome.Done or ChangeOutcome.AlreadySo)))
        {
            Console.WriteLine($"{item.Change}: {item.Outcome}. {item.Message}");
        }
    }

    internal static async Task OneCallAsync(IFapiClient client)
    {
        var response = await client.ChangeInitialLeverageWithResponseAsync(
            "BTCUSDT", 21, callOptions: new FapiCallOptions { CallTimeout = TimeSpan.FromSeconds(3), Tag = "rebalance" });
        Console.WriteLine($"{response.Value.Leverage}x after {response.Attempts} attempts, used weight {response.UsedWeight}");
    }

    [Fact]
    public void Account_is_registered()
    {
        var builder = Builder("Fapi");

        builder.Services.AddFapiClient(builder.Configuration.GetSection("Fapi"));

        using var host = builder.Build();
        Assert.NotNull(host.Services.GetRequiredService<IFapiClient>());
    }

    [Fact]
    public void Accounts_are_registered_by_name()
    {
        var builder = Builder("Fapi:Main", "Fapi:Hedge");

        builder.Services.AddFapiClient("main", builder.Configuration.GetSection("Fapi:Main"));
        builder.Services.AddFapiClient("hedge", builder.Configuration.GetSection("Fapi:Hedge"));

        using var host = builder.Build();
        Assert.Same(host.Services.GetRequiredKeyedService<IFapiClient>("hedge"),
            host.Services.GetRequiredService<IFapiClientFactory>().Get("hedge"));
    }

    [Fact]
    public void Account_takes_an_ed25519_key_and_has_a_health_check()
    {
        var builder = Builder("Fapi:Main");

        builder.Services.AddFapiClient("main", options => options
            .Bind(builder.Configuration.GetSection("Fapi:Main"))
            .Configure(o => o.UseEd25519()));
        builder.Services.AddHealthChecks().AddFapiHealthCheck("main");

        using var host = builder.Build();
        Assert.NotNull(host.Services.GetRequiredKeyedService<IFapiClient>("main"));
    }

    [Fact]
    public void Weight_is_shared_over_Redis()
    {
        var builder = Builder("Fapi:Main");
        builder.Configuration["FapiRedis:Configuration"] = "127.0.0.1:1";
        builder.Configuration["FapiRedis:Processes"] = "8";

        builder.Services.AddFapiClient("main", builder.Configuration.GetSection("Fapi:Main"));
        builder.Services.AddFapiRedisBudget(builder.Configuration.GetSection("FapiRedis"));

        using var host = builder.Build();
        Assert.NotNull(host.Services.GetRequiredKeyedService<IFapiClient>("main"));
    }

    internal static void SharedConnection(HostApplicationBuilder builder, IConnectionMultiplexer connection)
    {
        builder.Services.AddFapiRedisBudget(connection, options => options.Processes = 8);
    }

    [Fact]
    public async Task App_is_tested_against_the_sandbox()
    {
        await using var exchange = SandboxExchange.Start();
        exchange.Faults.Next(Fault.ResetAfterProcessing);

        await MyApp.SetLeverageAsync(exchange.BaseAddress, exchange.Account.Hmac, "BTCUSDT", 21);

        Assert.Equal(21, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.True(exchange.Requests[0].Executed);
    }

    [Fact]
    public async Task Message_that_breaks_the_contract_is_found()
    {
        const string target = "/fapi/v1/leverage?symbol=BTCUSDT&leverage=126&timestamp=1736393892000&signature=aa";

        var findings = ContractVerifier.Embedded().VerifyRequest(new RecordedRequest("POST", target));

        Assert.Contains(findings, finding => finding.ToString().Contains("1 to 125", StringComparison.Ordinal));
        using var http = new HttpClient(new ContractCheckingHandler(ContractVerifier.Embedded())
        {
            InnerHandler = new SocketsHttpHandler(),
        });
        await Assert.ThrowsAsync<ContractViolationException>(
            () => http.PostAsync(new Uri("http://127.0.0.1:1" + target), null));
    }

    private static HostApplicationBuilder Builder(params string[] sections)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        foreach (var section in sections)
        {
            builder.Configuration[section + ":BaseAddress"] = "http://127.0.0.1:1";
            builder.Configuration[section + ":ApiKey"] = TestClients.ApiKey;
            builder.Configuration[section + ":ApiSecret"] = TestClients.Secret;
        }

        return builder;
    }

    private static class MyApp
    {
        internal static async Task SetLeverageAsync(Uri address, SandboxKey key, string symbol, int leverage)
        {
            using var client = new FapiClient(
                new FapiClientOptions { BaseAddress = address, ApiKey = key.ApiKey, ApiSecret = key.Secret });
            await client.ChangeInitialLeverageAsync(symbol, leverage);
        }
    }
}
