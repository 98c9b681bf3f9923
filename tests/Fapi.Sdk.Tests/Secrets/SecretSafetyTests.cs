using Fapi.Sandbox;
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;
using Fapi.Sdk.Tests.Reliability;
using Fapi.Sdk.Tests.Support;
using Fapi.Sdk.Weight;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>Three accounts with known keys of all kinds live through everything that can happen; then all that was told
/// anybody is searched for the keys.</summary>
[Collection(nameof(Secrets))]
public sealed class SecretSafetyTests : IAsyncDisposable
{
    private readonly SteppingTime _time = new(DateTimeOffset.FromUnixTimeMilliseconds(1736393892000));
    private readonly Witness _witness = new();
    private readonly SecretSearch _search = new();
    private readonly Dictionary<string, PlantedKey> _keys = Enum.GetValues<SandboxKeyKind>()
        .ToDictionary(kind => kind.ToString(), kind => new PlantedKey(kind));
    private readonly SandboxExchange _exchange;
    private readonly ServiceProvider _services;

    public SecretSafetyTests()
    {
        _exchange = SandboxExchange.Start(
            options => (
                options.CheckContract, options.TimeProvider, options.RequestsKept) = (false, _time, int.MaxValue));
        _exchange.Account.SetPosition("ETHUSDT", 1);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_witness.Logs));
        foreach (var (name, key) in _keys)
        {
            _exchange.Account.AddKey(key.Sandbox);
            key.PlantIn(_search);
            services.AddFapiClient(name, options => Configure(options, key));
            services.AddHealthChecks().AddFapiHealthCheck(name);
        }

        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        _witness.Dispose();
        await _services.DisposeAsync();
        await _exchange.DisposeAsync();
        _keys.Values.ToList().ForEach(key => key.Dispose());
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Nothing_shows_a_key_or_a_signature_whatever_goes_wrong()
    {
        foreach (var name in _keys.Keys)
        {
            var client = _services.GetRequiredService<IFapiClientFactory>().Get(name);
            await CancelAsync(client);
            await CallAsync(client, EveryOperation.All, fault: null);

            // Faults are met in the same code by all: each operation with the first key, one with each other.
            foreach (var fault in EveryFault.All)
            {
                await CallAsync(
                    client, name == _keys.Keys.First() ? EveryOperation.Plain : EveryOperation.Plain.Take(1), fault);
            }

            await LookAtAsync(name, client);
        }

        _witness.See(await _services.GetRequiredService<HealthCheckService>().CheckHealthAsync());

        AssertEverythingHappened();
        foreach (var request in _exchange.Requests)
        {
            _search.PlantSignatureOf(request.Request.Target);
        }

        _search.AssertAbsent(_witness.Texts);
    }

    private void Configure(FapiClientOptions options, PlantedKey key)
    {
        key.Configure(options);
        options.BaseAddress = _exchange.BaseAddress;
        options.TimeProvider = _time;
        options.TracedParameters.Add("symbol");
        options.Retry.MaxAttempts = 2;
    }

    private async Task CallAsync(
        IFapiClient client, IEnumerable<(string Name, Func<IFapiClient, Task> CallAsync)> operations, Fault? fault)
    {
        foreach (var operation in operations)
        {
            _exchange.Faults.Clear();
            if (fault is not null)
            {
                _exchange.Faults.Next(2, fault);
            }

            var call = operation.CallAsync(client);
            _witness.See(await _time.PassUntilAsync(call) ?? call.GetType().GetProperty("Result")!.GetValue(call)!);

            // Past every ban and every 429, and back to the same clock.
            _time.Advance(TimeSpan.FromMinutes(3));
            _exchange.ClockOffset = TimeSpan.Zero;
        }
    }

    private async Task CancelAsync(IFapiClient client)
    {
        _exchange.Faults.Next(Fault.SlowHeaders(TimeSpan.FromMinutes(1)));
        using var cancellation = new CancellationTokenSource();
        var before = _exchange.Requests.Count;
        var call = client.ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: cancellation.Token);
        await Eventually.TrueAsync(() => _exchange.Requests.Count > before);

        await cancellation.CancelAsync();
        _witness.See(await Assert.ThrowsAsync<FapiCanceledException>(() => call));
        _time.Advance(TimeSpan.FromMinutes(3));
    }

    private async Task LookAtAsync(string name, IFapiClient client)
    {
        var options = new FapiClientOptions();
        Configure(options, _keys[name]);
        var signer = options.ApiSecret is { } secret
            ? new HmacSha256Signer(secret.Reveal())
            : options.PrivateKeyReader(
                File.ReadAllText(options.PrivateKeyFile!), options.PrivateKeyPassphrase!.Reveal());
        var health = await ((FapiClient)client).CheckHealthAsync();
        foreach (var value in (object[])[
            options, client, signer, new FapiCredentials(options.ApiKey!, signer), health,
            new FapiCallOptions { Tag = "tag" }, new ParameterLimit { Maximum = 1 },
            new WeightPause(TimeSpan.FromSeconds(1)), .. Operations])
        {
            _witness.See(value);
        }
    }

    private void AssertEverythingHappened()
    {
        var requests = _exchange.Requests;
        Assert.Empty(
            Operations.Select(operation => operation.Id).Except(requests.Select(request => request.OperationId)));
        Assert.Empty(EveryFault.All.Except(requests.Select(request => request.Fault)));
        Assert.Empty(PublicTypes.Except(
            _witness.Types.Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)));
        var sources = _witness.Texts.Select(text => text.Where).ToHashSet();
        Assert.Superset(
            new HashSet<string> { "span of Fapi.Sdk", "metric fapi.client.calls", Witness.NetworkEvent, "log 6",
                "state of a log", "exception data" }, sources);
    }

    private static IEnumerable<FapiOperation> Operations =>
        typeof(FapiOperations).GetProperties().Select(property => (FapiOperation)property.GetValue(null)!);

    /// <summary>Every public type that an app can have an instance of.</summary>
    private static IEnumerable<Type> PublicTypes =>
        from assembly in new[] { typeof(FapiClient).Assembly, typeof(Ed25519Signer).Assembly,
            typeof(FapiHealthCheckExtensions).Assembly }
        from type in assembly.GetExportedTypes()
        where type is { IsAbstract: false, IsEnum: false } && !type.IsSubclassOf(typeof(Attribute))
            && !type.IsSubclassOf(typeof(Delegate))
        select type;
}
