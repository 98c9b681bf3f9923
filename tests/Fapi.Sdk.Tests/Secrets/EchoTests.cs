using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Tests.Support;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>A server, or whatever stands before it, sends key and signature back.</summary>
[Collection(nameof(Secrets))]
public sealed class EchoTests : IDisposable
{
    private readonly Witness _witness = new();
    private readonly SecretSearch _search = new();

    public static TheoryData<string, SandboxKeyKind> Cases
    {
        get
        {
            var cases = new TheoryData<string, SandboxKeyKind>();
            foreach (var echo in Echoes.All.Keys)
            {
                Array.ForEach(Enum.GetValues<SandboxKeyKind>(), kind => cases.Add(echo, kind));
            }

            return cases;
        }
    }

    public void Dispose() => _witness.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_a_server_sends_back_of_key_and_signature_is_masked(string echo, SandboxKeyKind kind)
    {
        using var key = new PlantedKey(kind);
        key.PlantIn(_search);
        await using var exchange = SandboxExchange.Start(options => options.CheckContract = false);
        exchange.Faults.Always(Echoes.ToFault(echo));
        using var client = Client(exchange.BaseAddress, key);

        foreach (var operation in EveryOperation.All)
        {
            var failure = await Record.ExceptionAsync(() => operation.CallAsync(client));
            Assert.True(failure is FapiException, $"{operation.Name} ended in {failure?.ToString() ?? "a response"}");
            _witness.See(failure!);
        }

        foreach (var sent in exchange.Requests)
        {
            _search.PlantSignatureOf(sent.Request.Target);
        }

        // The platform's own event source quotes a response that it cannot read, to whoever turns it on; a client cannot
        // prevent that.
        // Its spans do so since .NET 9, where no app gets the build for netstandard2.0.
        _search.AssertAbsent(
            _witness.Texts.Where(
                text => text.Where != Witness.NetworkEvent
                    && !(TestedBuild.IsNetStandard && text.Where == Witness.NetworkSpan)));
    }

    private FapiClient Client(Uri address, PlantedKey key)
    {
        var options = TestClients.Options(address);
        (options.ApiKey, options.ApiSecret, options.LoggerFactory) = (null, null, _witness.Logs.ToFactory());
        key.Configure(options);
        return new FapiClient(new HttpClient(FapiHttpHandler.Create()), options);
    }
}
