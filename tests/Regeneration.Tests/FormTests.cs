using Fapi.Contract;
using Fapi.Sandbox;
using Regeneration.Tests.Support;

namespace Regeneration.Tests;

/// <summary>An operation with parameters in path, query, header and form, stamp and signature in the form.</summary>
[Trait("Speed", "Slow")]
public sealed class FormTests(ChangedSdk changed)
{
    private dynamic Crossed => changed.Sdk.Member("MarginMode", "CROSSED");

    [Fact]
    public void Fields_and_headers_are_arguments_of_the_method() => Assert.Equal(
        "Task<IReadOnlyList<MovePositionItem>> MovePositionAsync(String symbol, Int32 x_Attempt, "
        + "MarginMode marginMode, String note, Boolean? dry_run = default, String? x_Trace_Id = default, "
        + "Int32? count = default, IReadOnlyList<OrderState>? states = default, Int64? recvWindow = default, "
        + "FapiCallOptions? callOptions = default, CancellationToken cancellationToken = default)",
        changed.Sdk.Signature("MovePositionAsync"));

    [Fact]
    public async Task Fields_are_sent_in_the_form_and_headers_as_headers_under_a_signature_that_the_sandbox_accepts()
    {
        var states = Array.CreateInstance(changed.Sdk.Type("OrderState"), 2);
        states.SetValue(changed.Sdk.Member("OrderState", "NEW"), 0);
        states.SetValue(changed.Sdk.Member("OrderState", "_1h"), 1);

        var sent = Assert.Single(await SendAsync(client => client.MovePositionAsync(
            "币安USDT", 2, Crossed, "币-1.a", dry_run: true, x_Trace_Id: "a-1 \"b\"", states: (dynamic)states)));

        Assert.Equal("/fapi/v1/positions/%E5%B8%81%E5%AE%89USDT?dry-run=true", sent.Target);
        Assert.Matches(
            "^marginMode=CROSSED&note=%E5%B8%81-1.a&states=NEW,1h&recvWindow=4000&timestamp=\\d+&signature=\\w+$",
            Form(sent));
        Assert.Equal("application/x-www-form-urlencoded", Header(sent, "Content-Type"));
        Assert.Equal("2", Header(sent, "X-Attempt"));
        Assert.Equal("a-1 \"b\"", Header(sent, "X-Trace-Id"));
    }

    [Fact]
    public async Task A_form_without_a_query_is_signed_too()
    {
        var sent = Assert.Single(await SendAsync(client => client.MovePositionAsync("A", 1, Crossed, "a")));

        Assert.Equal("/fapi/v1/positions/A", sent.Target);
        Assert.StartsWith("marginMode=CROSSED&note=a&recvWindow=4000&timestamp=", Form(sent), StringComparison.Ordinal);
        Assert.Null(Header(sent, "X-Trace-Id"));
    }

    [Fact]
    public async Task Each_attempt_has_a_stamp_of_its_own_in_the_form()
    {
        var sent = await SendAsync(
            client => client.MovePositionAsync("A", 1, Crossed, "a", dry_run: false),
            Fault.Response(503, """{"code":-1008,"msg":"Service Unavailable."}"""));

        Assert.Equal(2, sent.Length);
        Assert.Equal(2, sent.Select(Form).Distinct().Count());
        Assert.All(sent, request => Assert.Equal(1, Form(request).Split("timestamp=").Length - 1));
        Assert.All(sent, request => Assert.Equal("1", Header(request, "X-Attempt")));
    }

    [Theory]
    [InlineData("a\r\nX-MBX-APIKEY: b")]
    [InlineData("币")]
    public async Task A_header_that_could_not_be_sent_as_it_is_is_refused(string trace)
    {
        var error = await changed.RefusedAsync(
            client => client.MovePositionAsync("A", 1, Crossed, "a", x_Trace_Id: trace));

        Assert.StartsWith("X-Trace-Id holds a line break or another character that a header cannot carry; "
            + "printable ASCII is allowed. Nothing was sent.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "a", null, "x_Attempt is 0; the spec allows 1 or more.")]
    [InlineData(1, "eleven char", null, "note is 11 characters long; the spec allows at most 10 characters.")]
    [InlineData(1, "a", 5, "count is 5; the spec allows 1 to 4.")]
    [InlineData(1, null, null, "note is missing; the exchange requires it.")]
    public async Task Fields_and_headers_are_held_against_the_spec(
        int attempt, string? note, int? count, string message)
    {
        var error = await changed.RefusedAsync(
            client => client.MovePositionAsync("A", attempt, Crossed, note, count: count));

        Assert.StartsWith($"{message} Nothing was sent.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_that_comes_back_is_hidden()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(
            client => client.MovePositionAsync("A", 1, Crossed, "a"),
            Fault.Raw(request => Encoding.UTF8.GetBytes(
                "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n<p>" + Form(request) + "</p>")), 2));

        string body = ((dynamic)error).RawBody;
        Assert.Matches("note=a&.*&signature=\\*\\*\\*</p>$", body);
    }

    private async Task<RecordedRequest[]> SendAsync(Func<dynamic, dynamic> call, Fault? fault = null, int faults = 1)
    {
        await using var exchange = changed.StartExchange();
        exchange.Account.AddKey(SandboxKey.FromSecret(BuiltSdk.ApiKey, BuiltSdk.ApiSecret));
        for (var i = 0; i < faults && fault is not null; i++)
        {
            exchange.Faults.Next(fault);
        }

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var client = (IDisposable)changed.Sdk.Client(http, exchange.BaseAddress, options =>
        {
            options.RecvWindow = 4000;
            options.Retry.MaxAttempts = 2;
        });
        await call(client);
        Assert.Empty(exchange.Findings);
        return [.. exchange.Requests.Select(sent => sent.Request)];
    }

    private static string Form(RecordedRequest request) => Encoding.UTF8.GetString(request.Body.Span);

    private static string? Header(RecordedRequest request, string name) =>
        request.Headers.FirstOrDefault(header => header.Key == name).Value;
}
