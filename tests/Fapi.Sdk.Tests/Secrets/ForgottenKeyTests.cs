using System.Runtime.CompilerServices;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>The text of a secret is let go of once it was read; what the app itself holds of it is the app's.</summary>
[Collection(nameof(Alone))]
public sealed class ForgottenKeyTests
{
    [Fact]
    public void Client_keeps_no_text_of_its_secret()
    {
        using var http = new HttpMessageInvoker(FapiHttpHandler.Create());
        var (client, secret) = Create(http);
        using var used = client;

        Assert.False(IsAlive(secret));
    }

    [Fact]
    public void Disposed_client_keeps_no_text_of_its_api_key()
    {
        using var http = new HttpMessageInvoker(FapiHttpHandler.Create());
        var (client, key) = Create(http, ofApiKey: true);
        Assert.True(IsAlive(key));

        client.Dispose();

        Assert.False(IsAlive(key));
        GC.KeepAlive(client);
    }

    [Fact]
    public void Rotated_secret_is_held_by_nothing()
    {
        var (configuration, services, secret) = Register();
        using var all = services;

        Rotate(configuration);

        Assert.False(IsAlive(secret));
        GC.KeepAlive(configuration);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (FapiClient Client, WeakReference Text) Create(HttpMessageInvoker http, bool ofApiKey = false)
    {
        var (key, secret) = (Unique(), Unique());
        var client = new FapiClient(http, new FapiClientOptions { BaseAddress = FapiEnvironments.Testnet, ApiKey = key, ApiSecret = secret });
        return (client, new WeakReference(ofApiKey ? key : secret));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (IConfigurationRoot Configuration, ServiceProvider Services, WeakReference Secret) Register()
    {
        var secret = Unique();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Fapi:BaseAddress"] = "https://localhost",
            ["Fapi:ApiKey"] = Unique(),
        }).Build();
        configuration["Fapi:ApiSecret"] = secret;
        var services = new ServiceCollection().AddLogging();
        services.AddFapiClient(configuration.GetSection("Fapi"));
        var provider = services.BuildServiceProvider();
        _ = provider.GetRequiredService<IFapiClient>();
        return (configuration, provider, new WeakReference(secret));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rotate(IConfigurationRoot configuration)
    {
        configuration["Fapi:ApiSecret"] = Unique();
        configuration.Reload();
    }

    private static string Unique() => Guid.NewGuid().ToString("N");

    private static bool IsAlive(WeakReference reference)
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return reference.IsAlive;
    }
}
