using System.Net;
using Fapi.Contract;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests;

public sealed class ContractCheckTests
{
    [Fact]
    public async Task A_wrong_request_is_a_finding_and_disposing_shows_it()
    {
        var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        await caller.SendSignedAsync("symbol=BTCUSDT&leverage=5&colour=red");

        var finding = Assert.Single(exchange.Findings);
        Assert.Contains("colour", finding.ToString(), StringComparison.Ordinal);
        Assert.Equal([finding], exchange.Requests[0].Findings);
        var error = await Assert.ThrowsAsync<ContractViolationException>(() => exchange.DisposeAsync().AsTask());
        Assert.Contains("colour", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_twice_throws_once()
    {
        var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        await caller.SendAsync(HttpMethod.Get, "/nowhere");

        await Assert.ThrowsAsync<ContractViolationException>(() => exchange.DisposeAsync().AsTask());
        await exchange.DisposeAsync();
    }

    [Fact]
    public async Task Findings_can_be_kept_without_throwing_or_not_be_made_at_all()
    {
        await using var quiet = SandboxExchange.Start(o => o.ThrowOnFindings = false);
        await using var off = SandboxExchange.Start(o => o.CheckContract = false);
        foreach (var exchange in new[] { quiet, off })
        {
            using var caller = new Caller(exchange);
            await caller.SendAsync(HttpMethod.Get, "/nowhere");
        }

        Assert.Single(quiet.Findings);
        Assert.Empty(off.Findings);
    }

    [Fact]
    public async Task A_refused_request_that_keeps_to_the_contract_is_no_finding()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);

        Assert.Equal(-1121, (await caller.SetLeverageAsync("NOPE")).Code);
        Assert.Equal(-1021, (await caller.SendSignedAsync("symbol=BTCUSDT&leverage=5", timestamp: 1)).Code);

        Assert.Empty(exchange.Findings);
    }

    [Fact]
    public async Task Reset_goes_back_to_the_start_and_keeps_accounts_and_keys()
    {
        await using var exchange = SandboxExchange.Start(o => o.ClockOffset = TimeSpan.FromSeconds(1));
        var hedge = exchange.AddAccount("hedge");
        using var caller = new Caller(exchange) { Key = hedge.Hmac };
        await caller.SetLeverageAsync(leverage: 3);
        await caller.SendAsync(HttpMethod.Get, "/nowhere");
        exchange.Symbols.Add("NEWUSDT", new LeverageBracket(5, null));
        exchange.Faults.Next(Fault.EmptyBody);
        exchange.ClockOffset = TimeSpan.FromDays(1);
        exchange.Ban(TimeSpan.FromDays(1));

        exchange.Reset();

        Assert.Empty(exchange.Requests);
        Assert.Empty(exchange.Findings);
        Assert.Equal(0, exchange.UsedWeight);
        Assert.Equal(0, exchange.Faults.Pending);
        Assert.Equal(TimeSpan.FromSeconds(1), exchange.ClockOffset);
        Assert.Null(exchange.Symbols.Find("NEWUSDT"));
        Assert.Equal(20, hedge.LeverageOf("BTCUSDT"));
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync()).Status);
    }

    [Fact]
    public async Task An_operation_that_is_only_in_the_contract_is_served_with_its_example()
    {
        var spec = await ReadEmbedded();
        const string operation = """
              /fapi/v1/onlyHere:
                get:
                  operationId: readOnlyHere
                  x-weight: 5
                  security: [{ apiKey: [] }]
                  parameters:
                    - $ref: '#/components/parameters/recvWindow'
                    - $ref: '#/components/parameters/timestamp'
                    - $ref: '#/components/parameters/signature'
                  responses:
                    '200':
                      description: What is only here.
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [feeTier]
                            properties: { feeTier: { type: integer } }
                            example: { feeTier: 4 }

            components:
            """;
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            spec.Replace("\ncomponents:\n", $"\n{operation}\n", StringComparison.Ordinal)));
        await using var exchange = SandboxExchange.Start(o =>
        {
            o.Contract = ContractVerifier.FromStream(stream, "test.yaml");
            o.ThrowOnFindings = false;
        });
        using var caller = new Caller(exchange);
        var query = caller.WithSignature($"timestamp={caller.Now}");

        var response = await caller.SendAsync(HttpMethod.Get, $"/fapi/v1/onlyHere?{query}", caller.Key.ApiKey);

        Assert.Equal("""{"feeTier":4}""", response.Text);
        Assert.Equal("5", response.Headers["X-MBX-USED-WEIGHT-1M"]);
        Assert.Empty(exchange.Findings);
        Assert.Equal(-2014, (await caller.SendAsync(HttpMethod.Get, $"/fapi/v1/onlyHere?{query}")).Code);
    }

    private static async Task<string> ReadEmbedded()
    {
        await using var stream = typeof(ContractVerifier).Assembly.GetManifestResourceStream("openapi.yaml")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
