using Fapi.Sandbox;
using Fapi.Sdk;
using Fapi.Sdk.Options;

namespace Fapi.Leverage.Tests.Support;

/// <summary>A sandbox, with a client and a manager of its account.</summary>
internal sealed class Exchange : IAsyncDisposable
{
    internal Exchange(Action<SandboxOptions>? configure = null, Action<FapiClientOptions>? client = null)
    {
        Sandbox = SandboxExchange.Start(options =>
        {
            options.RequestsKept = 10_000;
            configure?.Invoke(options);
        });
        Client = NewClient(client);
        Manager = new LeverageManager(Client);
    }

    internal SandboxExchange Sandbox { get; }

    internal SandboxAccount Account => Sandbox.Account;

    internal FapiClient Client { get; }

    internal LeverageManager Manager { get; }

    /// <summary>The requests that change something, such as <c>changeInitialLeverage BTCUSDT</c>.</summary>
    internal IEnumerable<SandboxRequest> Changes =>
        Sandbox.Requests.Where(request => request.OperationId?.StartsWith("change", StringComparison.Ordinal) == true);

    /// <summary>Weight of all requests; that of the sandbox begins anew with each minute.</summary>
    internal int Weight => Sandbox.Requests.Sum(request => Weights[request.OperationId!]);

    private static Dictionary<string, int> Weights { get; } = typeof(FapiOperations).GetProperties()
        .Select(property => property.GetValue(null)).OfType<FapiOperation>()
        .ToDictionary(operation => operation.Id, operation => operation.Weight);

    internal Task<LeverageChanges> PlanAsync(string yaml) => Manager.PlanAsync(LeveragePlan.Parse(yaml, "p"));

    internal async Task<LeverageReport> ApplyAsync(string yaml, ApplyOptions? options = null) =>
        await Manager.ApplyAsync(await PlanAsync(yaml), options);

    internal FapiClient NewClient(Action<FapiClientOptions>? configure = null)
    {
        var options = new FapiClientOptions
        {
            BaseAddress = Sandbox.BaseAddress,
            ApiKey = Account.Hmac.ApiKey,
            ApiSecret = Account.Hmac.Secret,
        };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(5);
        configure?.Invoke(options);
        return new FapiClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }
}
