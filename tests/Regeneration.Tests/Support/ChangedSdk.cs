using Fapi.Contract;
using Fapi.Sandbox;
using Regeneration.Tests.Support;

[assembly: AssemblyFixture(typeof(ChangedSdk))]

namespace Regeneration.Tests.Support;

/// <summary>One build of one spec with every change in it that leaves the others alone; many tests look at its
/// outcome.</summary>
public sealed class ChangedSdk : IAsyncLifetime
{
    private readonly BuildCopy _copy = new();
    private ContractVerifier? _contract;
    private BuiltSdk? _sdk;

    internal BuiltSdk Sdk => _sdk!;

    internal string Generated => _copy.Generated;

    internal string Documentation => File.ReadAllText(Path.Combine(_copy.OutputFolder, "Fapi.Sdk.xml"));

    public async ValueTask InitializeAsync()
    {
        _copy.Spec = _copy.Spec
            .WithBefore("\ncomponents:\n", "\n" + SpecText.Change("operations.yaml"))
            .WithAfter("\n  schemas:\n", SpecText.Change("schemas.yaml"))
            .WithAfter(
                "\nx-error-codes:\n", "  - { code: -9999, name: AWKWARD_CODE, meaning: *awkward, action: *awkward }\n")
            .WithAfter("\nx-outcomes:\n", "  - { code: -4059, outcome: AlreadySet }\n")
            .With("minimum: 1, maximum: 125 }", "minimum: 1, maximum: 150 }")
            .WithBefore("        - name: leverage\n", SpecText.Change("parameters.yaml"))
            .With("required: [leverage, maxNotionalValue, symbol]", "required: [leverage, maxNotionalValue, contract]")
            .With("means no limit.\n        symbol:\n", "means no limit.\n        contract:\n");
        (await _copy.BuildNet10Async()).Succeeded();
        _sdk = new BuiltSdk(_copy.OutputFolder);
        _contract = ContractVerifier.FromFile(_copy.SpecPath);
    }

    /// <summary>Starts a sandbox of the changed spec.</summary>
    internal SandboxExchange StartExchange() => SandboxExchange.Start(options => options.Contract = _contract);

    /// <summary>Makes a call whose response is <paramref name="response"/>; what arrives has to keep to the changed
    /// spec.</summary>
    /// <returns>Method and target of the request, without what signs it, and the response.</returns>
    internal async Task<(string Request, dynamic Response)> CallAsync(
        string response, Func<dynamic, dynamic> call, int status = 200)
    {
        await using var exchange = StartExchange();
        exchange.Faults.Next(Fault.Response(status, response));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var client = (IDisposable)Sdk.Client(http, exchange.BaseAddress);
        var result = await call(client);
        Assert.Empty(exchange.Findings);
        var request = Assert.Single(exchange.Requests).Request;
        return ($"{request.Method} {WireRequest.WithoutStamp(request.Target)}", result);
    }

    /// <summary>Makes a call that has to be refused before anything is sent.</summary>
    internal async Task<ArgumentException> RefusedAsync(Func<dynamic, dynamic> call)
    {
        await using var exchange = StartExchange();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var client = (IDisposable)Sdk.Client(http, exchange.BaseAddress);
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(async () => await call(client));
        Assert.Empty(exchange.Requests);
        return error;
    }

    public ValueTask DisposeAsync()
    {
        _sdk?.Dispose();
        _copy.Dispose();
        return default;
    }
}
