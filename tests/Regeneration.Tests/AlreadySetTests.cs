using System.Diagnostics;
using Regeneration.Tests.Support;

namespace Regeneration.Tests;

/// <summary>A code that the spec's x-outcomes call AlreadySet: the state is as the caller wants it.</summary>
[Trait("Speed", "Slow")]
public sealed class AlreadySetTests(ChangedSdk changed)
{
    private const string Already = """{"code":-4059,"msg":"No need to change position side."}""";

    [Theory]
    [InlineData(200, """{"code":200,"msg":"success"}""", 200, false)]
    [InlineData(400, Already, -4059, true)]
    [InlineData(200, Already, -4059, true)]
    public async Task State_that_was_so_already_is_a_success_that_says_so(
        int status, string body, int code, bool isAlreadySet)
    {
        var (_, plain) = await changed.CallAsync(body, client => client.ChangeModeAsync(true), status);
        var (_, full) = await changed.CallAsync(body, client => client.ChangeModeWithResponseAsync(true), status);

        Assert.Equal((code, isAlreadySet), ((int)plain.Code, (bool)plain.AlreadySet));
        Assert.Equal((code, isAlreadySet), ((int)full.Value.Code, (bool)full.AlreadySet));
        Assert.Equal((status, body), ((int)full.StatusCode, (string)full.RawBody));
    }

    [Theory]
    [InlineData("""{"code":-4060,"msg":"Invalid position side."}""", -4060)]
    [InlineData("""{"code":-4059}""", -4059)]
    public async Task Other_code_or_a_body_that_is_not_the_responses_is_a_refusal(string body, int code)
    {
        dynamic? error = await Record.ExceptionAsync(
            () => changed.CallAsync(body, client => client.ChangeModeAsync(true), 400));

        Assert.Equal(("Refused", code), ((string)error!.Outcome.ToString(), (int)error.ExchangeCode));
        Assert.False((bool)error.Response.AlreadySet);
    }

    [Fact]
    public async Task Operation_that_has_no_such_response_tells_it_as_a_refusal()
    {
        dynamic? error = await Record.ExceptionAsync(
            () => changed.CallAsync(Already, client => client.ReadBookAsync(), 400));

        Assert.Equal(("Refused", -4059), ((string)error!.Outcome.ToString(), (int)error.ExchangeCode));
    }

    [Fact]
    public async Task Telemetry_counts_it_as_done_and_tells_the_code_on_the_span()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Fapi.Sdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => { lock (spans) { spans.Add(span); } },
        };
        ActivitySource.AddActivityListener(listener);

        await changed.CallAsync(Already, client => client.ChangeModeAsync(true), 400);

        var call = Assert.Single(spans, span => span.OperationName == "changeMode");
        Assert.Equal(("done", "-4059", ActivityStatusCode.Unset), ((string?)call.GetTagItem("fapi.outcome"),
            (string?)call.GetTagItem("rpc.response.status_code"), call.Status));
        Assert.Null(call.GetTagItem("error.type"));
    }
}
