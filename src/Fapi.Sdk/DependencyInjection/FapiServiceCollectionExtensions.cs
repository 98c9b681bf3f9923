using Fapi.Sdk;
using Fapi.Sdk.Accounts;
using Fapi.Sdk.DependencyInjection;
using Fapi.Sdk.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers clients of the exchange, one for each account.</summary>
public static class FapiServiceCollectionExtensions
{
    /// <summary>Registers <see cref="IFapiClient"/> with options from configuration, such as
    /// <c>Configuration.GetSection("Fapi")</c>. When the section changes, its key is used from the next call
    /// on.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configurationSection">Section with the properties of <see cref="FapiClientOptions"/>.</param>
    /// <returns>The builder of the HTTP client. Handlers that are added to it see every attempt; those of
    /// <c>ConfigureHttpClientDefaults</c> do not.</returns>
    /// <exception cref="InvalidOperationException">A client without a name is registered already.</exception>
    public static IHttpClientBuilder AddFapiClient(
        this IServiceCollection services, IConfigurationSection configurationSection) =>
        Add(services, "", options => options.BindTo(configurationSection));

    /// <summary>Registers <see cref="IFapiClient"/> with options set in code.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the HTTP client. Handlers that are added to it see every attempt; those of
    /// <c>ConfigureHttpClientDefaults</c> do not.</returns>
    /// <exception cref="InvalidOperationException">A client without a name is registered already.</exception>
    public static IHttpClientBuilder AddFapiClient(
        this IServiceCollection services, Action<FapiClientOptions> configure) =>
        Add(services, "", options => options.Configure(configure));

    /// <summary>Registers <see cref="IFapiClient"/> with options built from other services.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="build">Configures the options; they are checked when the host starts.</param>
    /// <returns>The builder of the HTTP client. Handlers that are added to it see every attempt; those of
    /// <c>ConfigureHttpClientDefaults</c> do not.</returns>
    /// <exception cref="InvalidOperationException">A client without a name is registered already.</exception>
    public static IHttpClientBuilder AddFapiClient(
        this IServiceCollection services, Action<OptionsBuilder<FapiClientOptions>> build) =>
        Add(services, "", build);

    /// <summary>Registers <see cref="IFapiClient"/> of one of several accounts, with options from configuration.
    /// When the section changes, its key is used from the next call on.</summary>
    /// <inheritdoc cref="AddFapiClient(IServiceCollection, IConfigurationSection)" path="/returns"/>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">Name of the account: the key of the keyed <see cref="IFapiClient"/>, and the name for <see
    /// cref="IFapiClientFactory.Get"/>. Registered once.</param>
    /// <param name="configurationSection">Section with the properties of <see cref="FapiClientOptions"/>.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="InvalidOperationException">An account of that name is registered already.</exception>
    public static IHttpClientBuilder AddFapiClient(
        this IServiceCollection services, string name, IConfigurationSection configurationSection) =>
        Add(services, Named(name), options => options.BindTo(configurationSection));

    /// <summary>Registers <see cref="IFapiClient"/> of one of several accounts, with options set in code.</summary>
    /// <inheritdoc cref="AddFapiClient(IServiceCollection, Action{FapiClientOptions})" path="/returns"/>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">Name of the account: the key of the keyed <see cref="IFapiClient"/>, and the name for <see
    /// cref="IFapiClientFactory.Get"/>. Registered once.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="InvalidOperationException">An account of that name is registered already.</exception>
    public static IHttpClientBuilder AddFapiClient(
        this IServiceCollection services, string name, Action<FapiClientOptions> configure) =>
        Add(services, Named(name), options => options.Configure(configure));

    /// <summary>Registers <see cref="IFapiClient"/> of one of several accounts, with options built from other
    /// services.</summary>
    /// <inheritdoc cref="AddFapiClient(IServiceCollection, Action{OptionsBuilder{FapiClientOptions}})" path="/returns"/>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">Name of the account: the key of the keyed <see cref="IFapiClient"/>, and the name for <see
    /// cref="IFapiClientFactory.Get"/>. Registered once.</param>
    /// <param name="build">Configures the options; they are checked when the host starts.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="InvalidOperationException">An account of that name is registered already.</exception>
    public static IHttpClientBuilder AddFapiClient(
        this IServiceCollection services, string name, Action<OptionsBuilder<FapiClientOptions>> build) =>
        Add(services, Named(name), build);

    private static IHttpClientBuilder Add(
        IServiceCollection services, string name, Action<OptionsBuilder<FapiClientOptions>> build)
    {
        ThrowIfRegistered(services, name);
        var account = new FapiAccount(name);
        services.AddSingleton(account);
        services.TryAddSingleton<IFapiClientFactory, FapiClientFactory>();
        AddOptions(services, name, build);
        services.AddKeyedSingleton<IFapiClient>(name, (provider, _) => ClientCreation.Create(provider, account));
        if (name.Length == 0)
        {
            services.AddSingleton(provider => provider.GetRequiredKeyedService<IFapiClient>(name));
        }

        return AddHttpClient(services, account.HttpClientName);
    }

    private static void AddOptions(
        IServiceCollection services, string name, Action<OptionsBuilder<FapiClientOptions>> build)
    {
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<FapiClientOptions>, FapiClientOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HandlerCheck>, HandlerCheckValidator>());
        services.AddOptions<HandlerCheck>(name).ValidateOnStart();
        build(services.AddOptions<FapiClientOptions>(name).ValidateOnStart());
        services.AddOptions<FapiClientOptions>(name).PostConfigure<ILoggerFactory>((options, loggers) =>
        {
            options.LoggerFactory ??= loggers;
            options.Account ??= name.Length == 0 ? null : name;
        });
    }

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string name)
    {
        var client = services.AddHttpClient(name);
        // Leaves out the handlers of ConfigureHttpClientDefaults, whenever the app calls it: one that is good for all
        // other clients of the app may send a signed request again, or to a proxy.
        client.Services.Configure<HttpClientFactoryOptions>(
            name, options => options.HttpMessageHandlerBuilderActions.Clear());
        return client
            .ConfigurePrimaryHttpMessageHandler(FapiHttpHandler.Create)
            // The client lives as long as the app; its connections are renewed by the handler itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The factory's own loggers would print headers and addresses, with key and signature in them.
            .RemoveAllLoggers();
    }

    private static string Named(string name) => string.IsNullOrWhiteSpace(name)
        ? throw new ArgumentException(
            "The name of an account is empty; give it one, or use AddFapiClient without a name.", nameof(name))
        : name;

    // A second registration would overwrite the first account with the second, or mix the two.
    private static void ThrowIfRegistered(IServiceCollection services, string name)
    {
        if (services.Any(
            service => service.ServiceType == typeof(FapiAccount)
                && Equals(service.ImplementationInstance, new FapiAccount(name))))
        {
            throw new InvalidOperationException(name.Length == 0
                ? "AddFapiClient was called twice without a name; give each account a name of its own, as in "
                    + "AddFapiClient(\"hedge\", …)."
                : $"AddFapiClient was called twice for the account '{name}'; give each account a name of its own.");
        }
    }
}
