using Fapi.Sdk.Truth.Tests.Faults;

namespace Fapi.Sdk.Truth.Tests.Corners;

/// <summary>One response tells the outcome of a call, whatever it looks like.</summary>
public sealed class OutcomeTests
{
    /// <summary>Every fault of the table by its name.</summary>
    public static TheoryData<string> Faults() => [.. FaultTable.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Report_of_a_single_attempt_says_what_the_response_tells(string name)
    {
        var fault = FaultTable.Named(name);
        using var corner = new Corner(fault);

        var failure = await corner.SetAsync();

        switch (fault.Told)
        {
            case Told.Executed:
                Assert.Null(failure);
                break;
            case Told.NotExecuted:
                Assert.NotEqual(FapiOutcome.Unknown, Assert.IsType<FapiException>(failure).Outcome);
                break;
            default:
                var isUnknown = failure is FapiException { Outcome: FapiOutcome.Unknown };
                var says = $"{failure?.GetType().Name ?? "success"}: {failure?.Message}";
                Assert.True(isUnknown || (failure is null && IsGoodInTheEnd(name)), says);
                break;
        }
    }

    [Theory]
    [InlineData("400 code as float", -4028)]
    [InlineData("400 code as text", -4028)]
    [InlineData("400 BOM", -4028)]
    [InlineData("400 message as number", -4028)]
    [InlineData("400 message of 70,000", -4028)]
    [InlineData("400 in an array", -4028)]
    [InlineData("200 -4028", -4028)]
    [InlineData("200 -1007", -1007)]
    [InlineData("400 -4028", -4028)]
    public async Task Code_is_read_from_every_form_of_error(string name, int code)
    {
        using var corner = new Corner(FaultTable.Named(name));

        Assert.Equal(code, (await corner.FailAsync()).ExchangeCode);
    }

    [Theory]
    [InlineData("400 code as half", """{"code":-4028.5,"msg":"no"}""")]
    [InlineData("400 code beyond int", """{"code":-99999999999,"msg":"no"}""")]
    public async Task Code_that_is_none_is_not_read(string name, string body)
    {
        using var corner = new Corner(Fault.Respond(name, Told.Nothing, 400, body));

        Assert.Null((await corner.FailAsync()).ExchangeCode);
    }

    [Fact]
    public async Task Error_with_status_200_is_not_repeated_where_its_code_is_not()
    {
        using var corner = new Corner(options => options.Retry.MaxAttempts = 4, null, FaultTable.Named("200 -4028"));

        var failure = await corner.FailAsync();

        Assert.Equal((FapiOutcome.Refused, 1), (failure.Outcome, corner.Arrived));
    }

    [Fact]
    public async Task Stale_stamp_told_with_status_200_is_mended_by_a_new_measurement()
    {
        using var corner = new Corner(FaultTable.Named("200 -1021"), null);

        Assert.Null(await corner.SetAsync());
        Assert.Equal(2, corner.Arrived);
    }

    [Theory]
    [InlineData("200 other leverage", "22", "21")]
    [InlineData("200 other symbol", "X", "BTCUSDT")]
    public async Task Success_for_something_else_names_what_was_asked_and_told(string name, string told, string asked)
    {
        using var corner = new Corner(FaultTable.Named(name));

        var failure = await corner.FailAsync();

        Assert.Equal(FapiOutcome.Unknown, failure.Outcome);
        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
        Assert.Contains(asked, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("400 -1000")]
    [InlineData("400 -1001")]
    [InlineData("400 cut JSON")]
    public async Task Unknown_is_not_worded_as_refused(string name)
    {
        using var corner = new Corner(FaultTable.Named(name));

        var failure = await corner.FailAsync();

        Assert.DoesNotContain("nothing was executed", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsGoodInTheEnd(string name) => name is "slow" or "drop by drop" or "reset after the response";
}
