using System.Net;
using Fapi.Contract;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests;

public sealed class OperationTests
{
    private static readonly ContractDocument Spec = ContractVerifier.Embedded().Document;

    public static TheoryData<string> Ids => [.. Spec.Operations.Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Every_operation_of_the_spec_is_served_as_the_contract_says(string id)
    {
        await using var exchange = SandboxExchange.Start(options => options.FurtherSymbols = 3);
        using var caller = new Caller(exchange);
        var operation = Spec.Operations.Single(one => one.Id == id);
        var method = new HttpMethod(operation.Method);
        var own = operation.Parameters.Where(p => !p.IsSignature && p.Name != "timestamp").ToList();
        foreach (var sent in new[] { own.Where(parameter => parameter.Required), own })
        {
            exchange.Reset();
            var query = string.Join('&', sent.Select(p => $"{p.Name}={Text(p)}"));
            var response = operation.Security.Count > 0
                ? await caller.SendSignedAsync(method, operation.Path, query)
                : await caller.SendAsync(method, $"{operation.Path}?{query}".TrimEnd('?'));

            Assert.Equal((HttpStatusCode.OK, id), (response.Status, exchange.Requests.Single().OperationId));
            Assert.NotEmpty(response.Bytes);
            Assert.Empty(exchange.Findings);
        }
    }

    private static string Text(ContractParameter parameter) => Uri.EscapeDataString(
        parameter.Example is { ValueKind: System.Text.Json.JsonValueKind.String } text ? text.GetString()!
            : parameter.Example!.Value.GetRawText());
}
