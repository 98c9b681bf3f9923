using Fapi.Sdk.Options;
using Fapi.Sdk.Truth.Tests.Wire;

namespace Fapi.Sdk.Truth.Tests.Chaos;

/// <summary>A client, what is special of it, and how long its calls may take.</summary>
internal sealed record ChaosClient(string Kind, FapiClient Client, TimeSpan CallTimeout) : IDisposable
{
    /// <summary>The record of the exchange is all that the client can know.</summary>
    internal bool IsPlain => Kind is not (ChaosClients.FailsInHandler or ChaosClients.Hurried or ChaosClients.Bare);

    public void Dispose() => Client.Dispose();
}

/// <summary>The kinds of client that the callers share, over several accounts.</summary>
internal static class ChaosClients
{
    internal const int WeightPerMinute = 150;
    private const int Accounts = 4;

    internal static IReadOnlyList<ChaosClient> Create(
        int seed, RawExchange exchange, Func<HttpMessageHandler, HttpMessageHandler> watch)
    {
        (string Kind, Action<FapiClientOptions> Configure)[] kinds =
        [
            ("usual", _ => { }),
            ("clock an hour ahead", options => options.Time.Offset = TimeSpan.FromHours(1)),
            ("clock an hour behind", options => options.Time.Offset = TimeSpan.FromHours(-1)),
            ("patient", options =>
            {
                (options.Limits.MaxWait, options.Limits.WaitForBan) = (TimeSpan.FromMinutes(10), true);
                options.Retry.CallTimeout = TimeSpan.FromMinutes(10);
            }),
            (Hurried, options =>
            {
                options.Retry.AttemptTimeout = TimeSpan.FromSeconds(0.5);
                options.Retry.CallTimeout = TimeSpan.FromSeconds(1);
            }),
            ("measures first", options =>
                (options.Time.Sync, options.Time.RefreshAfter) = (TimeSync.BeforeFirstCall, TimeSpan.FromMinutes(1))),
            (FailsInHandler, options => options.Limits.MaxWait = TimeSpan.Zero),
            ("signer fails", _ => { }),
            ("vault fails", _ => { }),
            ("repeats at once", options =>
                (options.Retry.BaseDelay, options.Retry.MaxAttempts) = (TimeSpan.FromMilliseconds(1), 10)),
            (Bare, _ => { }),
        ];
        return [.. kinds.Select((kind, i) => Create(seed, exchange, watch, kind, i))];
    }

    internal const string FailsInHandler = "handler fails";
    internal const string Hurried = "hurried";

    /// <summary>Without any handler but the SDK's own, which can tell what has left.</summary>
    internal const string Bare = "own handler alone";

    private static ChaosClient Create(
        int seed,
        RawExchange exchange,
        Func<HttpMessageHandler, HttpMessageHandler> watch,
        (string Kind, Action<FapiClientOptions> Configure) kind,
        int number)
    {
        var (apiKey, secret) = Key(number % Accounts);
        exchange.Keys[apiKey] = secret;
        var options = new FapiClientOptions
        {
            BaseAddress = exchange.BaseAddress,
            TimeProvider = exchange.Time,
            Limits = { WeightPerMinute = WeightPerMinute },
        };
        if (kind.Kind == "vault fails")
        {
            options.CredentialsProvider = new FailingVault(seed, apiKey, secret, exchange.Time);
        }
        else if (kind.Kind == "signer fails")
        {
            options.ApiKey = apiKey;
            options.Signer = new FailingSigner(seed, apiKey, secret, exchange.Ledger, exchange.Time);
        }
        else
        {
            (options.ApiKey, options.ApiSecret) = (apiKey, secret);
        }

        kind.Configure(options);
        var handler = FapiHttpHandler.Create();
        handler = kind.Kind == FailsInHandler ? new FailingHandler(seed, exchange.Ledger, handler) : handler;
        handler = kind.Kind == Bare ? handler : watch(handler);
        var http = number % 2 == 0
            ? new HttpMessageInvoker(handler)
            : new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        return new ChaosClient(kind.Kind, new FapiClient(http, options), options.Retry.CallTimeout);
    }

    private static (string ApiKey, string Secret) Key(int account) => (
        $"CHAOSKEY{account}vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco",
        $"CHAOSSECRET{account}NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAb");
}
