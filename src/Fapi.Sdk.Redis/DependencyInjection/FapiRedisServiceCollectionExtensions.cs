using Fapi.Sdk.Options;
using Fapi.Sdk.Redis;
using Fapi.Sdk.Redis.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Shares the request weight of an app's clients with all processes behind one IP.</summary>
public static class FapiRedisServiceCollectionExtensions
{
    /// <summary>Shares weight, holds and bans of all clients of the app, with options from configuration, such as
    /// <c>Configuration.GetSection("FapiRedis")</c>.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configurationSection">Section with the properties of <see cref="RedisBudgetOptions"/>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddFapiRedisBudget(
        this IServiceCollection services, IConfigurationSection configurationSection)
    {
        services.AddOptions<RedisBudgetOptions>().Bind(configurationSection);
        return Add(services);
    }

    /// <summary>Shares weight, holds and bans of all clients of the app, with options set in code.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddFapiRedisBudget(
        this IServiceCollection services, Action<RedisBudgetOptions> configure)
    {
        services.Configure(configure);
        return Add(services);
    }

    /// <summary>Shares weight, holds and bans of all clients of the app, over a connection that the app has
    /// open.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="connection">Connection to Redis, which keeps its settings and stays open.</param>
    /// <param name="configure">Sets the other options; they are checked when the host starts.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddFapiRedisBudget(
        this IServiceCollection services, IConnectionMultiplexer connection, Action<RedisBudgetOptions> configure) =>
        services.Configure<RedisBudgetOptions>(options => options.Connection = connection)
            .AddFapiRedisBudget(configure);

    private static IServiceCollection Add(IServiceCollection services)
    {
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<RedisBudgetOptions>, RedisBudgetOptionsValidator>());
        services.AddOptions<RedisBudgetOptions>().ValidateOnStart();
        services.TryAddSingleton<RedisBudgets>();
        services.AddSingleton<IPostConfigureOptions<FapiClientOptions>>(
            provider => provider.GetRequiredService<RedisBudgets>());
        return services;
    }
}
