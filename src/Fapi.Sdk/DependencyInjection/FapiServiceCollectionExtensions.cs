using Fapi.Sdk;
using Fapi.Sdk.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the client of the exchange.</summary>
public static class FapiServiceCollectionExtensions
{
    private const string ClientName = "Fapi";

    /// <summary>Registers <see cref="IFapiClient"/> with options from configuration, such as <c>Configuration.GetSection("Fapi")</c>.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configurationSection">Section with the properties of <see cref="FapiClientOptions"/>.</param>
    /// <returns>The builder of the HTTP client, to add handlers to.</returns>
    public static IHttpClientBuilder AddFapiClient(this IServiceCollection services, IConfigurationSection configurationSection) =>
        services.AddFapiClient(options => options.Bind(configurationSection));

    /// <summary>Registers <see cref="IFapiClient"/> with options set in code.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the HTTP client, to add handlers to.</returns>
    public static IHttpClientBuilder AddFapiClient(this IServiceCollection services, Action<FapiClientOptions> configure) =>
        services.AddFapiClient((OptionsBuilder<FapiClientOptions> options) => options.Configure(configure));

    /// <summary>Registers <see cref="IFapiClient"/> with options built from other services.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="build">Configures the options; they are checked when the host starts.</param>
    /// <returns>The builder of the HTTP client, to add handlers to.</returns>
    public static IHttpClientBuilder AddFapiClient(this IServiceCollection services, Action<OptionsBuilder<FapiClientOptions>> build)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FapiClientOptions>, FapiClientOptionsValidator>());
        build(services.AddOptions<FapiClientOptions>().ValidateOnStart());
        services.TryAddSingleton<IFapiClient>(provider => new FapiClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName),
            provider.GetRequiredService<IOptions<FapiClientOptions>>().Value));

        return services.AddHttpClient(ClientName)
            .ConfigurePrimaryHttpMessageHandler(FapiHttpHandler.Create)
            // The client lives as long as the app; its connections are renewed by the handler itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The factory's own loggers would print headers and addresses, with key and signature in them.
            .RemoveAllLoggers();
    }
}
