using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Fapi.Sdk.Redis.Tests.Options;

/// <summary>What options are refused, and by which sentence.</summary>
public sealed class OptionTests
{
    private const string Password = "pass-w0rd-of-redis";

    public static TheoryData<string, Action<RedisBudgetOptions>> Mistakes => new()
    {
        { "Processes is 0; set it to", options => options.Processes = 0 },
        { "Processes is 10001; set it to", options => options.Processes = 10_001 },
        { "Scope is 'two words'; give it", options => options.Scope = "two words" },
        { "Scope is ''; give it", options => options.Scope = "" },
        { "Scope is 'a{b}'; give it", options => options.Scope = "a{b}" },
        { "Configuration is empty; say where Redis is", options => options.Configuration = " " },
        { "Configuration names no server; begin", options => options.Configuration = $"password={Password}" },
        {
            "Configuration cannot be read",
            options => options.Configuration = $"localhost:6379,password={Password},connectTimeout={Password}"
        },
        {
            "Configuration cannot be read", options => options.Configuration = $"localhost:6379,{Password}=1"
        },
        { "Timeout is 00:00:00.0490000; allowed are", options => options.Timeout = TimeSpan.FromMilliseconds(49) },
        { "Timeout is 00:00:05.0010000; allowed are", options => options.Timeout = TimeSpan.FromMilliseconds(5001) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_is_named_by_a_sentence_that_shows_no_password(
        string sentence, Action<RedisBudgetOptions> mistake)
    {
        var services = new ServiceCollection();
        services.AddFapiRedisBudget(options =>
        {
            (options.Configuration, options.Processes) = ("localhost:6379", 8);
            mistake(options);
        });
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IOptions<RedisBudgetOptions>>().Value);

        Assert.StartsWith(sentence, Assert.Single(refused.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Client_of_wrong_options_is_not_made()
    {
        var services = new ServiceCollection();
        services.AddFapiClient(options => options.BaseAddress = new Uri("https://exchange.test"));
        services.AddFapiRedisBudget(options => options.Configuration = "localhost:6379");
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IFapiClient>);

        Assert.StartsWith("Processes is 0; set it to", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Section_binds_by_the_names_of_the_properties()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Redis:Configuration"] = $"redis.test:6380,ssl=true,password={Password}",
            ["Redis:Scope"] = "203.0.113.7",
            ["Redis:Processes"] = "8",
            ["Redis:PerBaseAddress"] = "true",
            ["Redis:Timeout"] = "00:00:01",
        }).Build();
        var services = new ServiceCollection();
        services.AddFapiRedisBudget(configuration.GetSection("Redis"));
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<RedisBudgetOptions>>().Value;

        Assert.Equal(
            ($"redis.test:6380,ssl=true,password={Password}", "203.0.113.7", 8, true, TimeSpan.FromSeconds(1)),
            (options.Configuration, options.Scope, options.Processes, options.PerBaseAddress, options.Timeout));
        Assert.Equal("Request weight of 203.0.113.7, shared by 8 processes", options.ToString());
    }
}
