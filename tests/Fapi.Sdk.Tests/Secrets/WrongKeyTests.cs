using Fapi.Sandbox;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>Keys that are configured wrong: what is said about it quotes nothing of them, neither at the start nor at a change.</summary>
[Collection(nameof(Secrets))]
public sealed class WrongKeyTests : IDisposable
{
    private static readonly Dictionary<string, Func<WrongKeyTests, (string Name, string Value)[]>> Wrong = new()
    {
        ["key in place of the path of its file"] = keys => [("ApiKey", keys._ed25519.ApiKey), ("PrivateKeyFile", keys.Pem)],
        ["body of a key in place of the path"] = keys => [("ApiKey", keys._ed25519.ApiKey), ("PrivateKeyFile", keys.Pem.Split('\n')[1])],
        ["key with quotes in place of the path"] = keys => [("ApiKey", keys._ed25519.ApiKey), ("PrivateKeyFile", $"\"{keys.Pem}\"")],
        ["key after a line break in place of the path"] = keys => [("ApiKey", keys._ed25519.ApiKey), ("PrivateKeyFile", $"\n {keys.Pem.Split('\n')[1]}")],
        ["secret in place of the path"] = keys => [("ApiKey", keys._hmac.ApiKey), ("PrivateKeyFile", PlantedKey.Secret)],
        ["secret in place of the address"] = _ => [("BaseAddress", PlantedKey.Secret)],
        ["secret in place of a number"] = keys => [("ApiKey", keys._hmac.ApiKey), ("RecvWindow", PlantedKey.Secret)],
        ["secret in place of a duration"] = keys => [("ApiKey", keys._hmac.ApiKey), ("Retry:CallTimeout", PlantedKey.Secret)],
        ["secret as the name of the account"] = keys => [("ApiKey", keys._hmac.ApiKey), ("ApiSecret", PlantedKey.Secret), ("Account", PlantedKey.Secret)],
        ["private key in place of the secret"] = keys => [("ApiKey", keys._ed25519.ApiKey), ("ApiSecret", keys.Pem)],
        ["private key in place of the API key"] = keys => [("ApiKey", keys.Pem), ("ApiSecret", PlantedKey.Secret)],
        ["quotes around the secret"] = keys => [("ApiKey", keys._hmac.ApiKey), ("ApiSecret", $"'{PlantedKey.Secret}'")],
        ["key file that is damaged"] = keys => [("ApiKey", keys._ed25519.ApiKey), ("PrivateKeyFile", keys._damaged)],
        ["key file without its passphrase"] = keys => [("ApiKey", keys._rsa.ApiKey), ("PrivateKeyFile", keys._rsa.File)],
        ["wrong passphrase"] = keys => [("ApiKey", keys._rsa.ApiKey), ("PrivateKeyFile", keys._rsa.File), ("PrivateKeyPassphrase", $"{PlantedKey.Passphrase}!")],
        ["line break in the API key"] = keys => [("ApiKey", $"{keys._hmac.ApiKey}\n"), ("ApiSecret", PlantedKey.Secret)],
        ["two secrets"] = keys => [("ApiKey", keys._hmac.ApiKey), ("ApiSecret", PlantedKey.Secret), ("PrivateKeyFile", keys._rsa.File)],
        ["secret without API key"] = _ => [("ApiKey", ""), ("ApiSecret", PlantedKey.Secret)],
        ["key in the base address"] = keys => [("BaseAddress", $"https://{Uri.EscapeDataString(keys._hmac.ApiKey)}:{Uri.EscapeDataString(PlantedKey.Secret)}@localhost")],
    };

    private readonly Witness _witness = new();
    private readonly SecretSearch _search = new();
    private readonly PlantedKey _hmac = new(SandboxKeyKind.Hmac);
    private readonly PlantedKey _rsa = new(SandboxKeyKind.Rsa);
    private readonly PlantedKey _ed25519 = new(SandboxKeyKind.Ed25519);
    private readonly string _damaged = Path.GetTempFileName();

    public WrongKeyTests()
    {
        _hmac.PlantIn(_search);
        _rsa.PlantIn(_search);
        _ed25519.PlantIn(_search);
        File.WriteAllText(_damaged, Pem.Remove(Pem.Length / 2, 3));
    }

    public static TheoryData<string> Mistakes => [.. Wrong.Keys];

    private string Pem => File.ReadAllText(_ed25519.File);

    public void Dispose()
    {
        _witness.Dispose();
        _hmac.Dispose();
        _rsa.Dispose();
        _ed25519.Dispose();
        File.Delete(_damaged);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_at_the_start_is_told_without_quoting_the_key(string mistake)
    {
        var (_, services) = Services(Wrong[mistake](this));
        using var all = services;

        var failure = Record.Exception(() => services.GetRequiredService<IFapiClient>());

        Assert.NotNull(failure);
        _witness.See(failure);
        _search.AssertAbsent(_witness.Texts);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_at_a_change_is_told_without_quoting_the_key(string mistake)
    {
        var (configuration, services) = Services(("ApiKey", "before"), ("ApiSecret", "before"));
        using var all = services;
        _ = services.GetRequiredService<IFapiClient>();

        configuration["Fapi:ApiSecret"] = null;
        foreach (var (name, value) in Wrong[mistake](this))
        {
            configuration[$"Fapi:{name}"] = value;
        }

        // Whoever else watches these options gets the exception.
        _ = Record.Exception(configuration.Reload);

        Assert.Contains(_witness.Logs.Entries, entry => entry.Id.Id == 13);
        _search.AssertAbsent(_witness.Texts);
    }

    private (IConfigurationRoot Configuration, ServiceProvider Services) Services(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Prepend(("BaseAddress", "https://localhost")).GroupBy(setting => $"Fapi:{setting.Item1}").ToDictionary(group => group.Key, group => (string?)group.Last().Item2))
            .Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_witness.Logs));
        services.AddFapiClient(configuration.GetSection("Fapi"));
        services.Configure<FapiClientOptions>(bound => bound.UseEd25519());
        return (configuration, services.BuildServiceProvider());
    }
}
