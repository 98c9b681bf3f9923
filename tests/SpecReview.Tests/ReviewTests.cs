using Fapi.SpecReview;
using Regeneration.Tests.Support;

namespace SpecReview.Tests;

/// <summary>The command from outside, on a repository whose spec changes.</summary>
public sealed class ReviewTests
{
    private const string Ticks = """
          /fapi/v1/ticks:
            get:
              operationId: listTicks
              x-weight: 1
              x-security-type: NONE
              x-repeat-harmless: true
              parameters: [ { name: limit, in: query, required: true, schema: { type: integer, minimum: 5 } } ]
              responses:
                '200': { description: Ticks., content: { application/json: { schema: { type: array, items: { type: string } } } } }

        """;

    private const string Leverage = "        - name: leverage\n";

    [Fact]
    public async Task A_description_in_the_working_tree_changes_nothing_for_users()
    {
        using var repository = new ScratchRepository();
        await repository.CommitAsync("First");
        repository.Spec = repository.Spec.With("summary: Reads the clock of the exchange.", "summary: Reads the time.");

        var run = await repository.ReviewAsync();

        Assert.Equal("", run.Errors);
        Assert.Matches("(?m)^[0-9a-f]+ \\(First\\) → the working tree$", run.Output);
        Assert.Contains("Public API: the same", run.Output, StringComparison.Ordinal);
        Assert.Contains("At source: compatible", run.Output, StringComparison.Ordinal);
        Assert.Contains("At binary level: compatible", run.Output, StringComparison.Ordinal);
        Assert.Contains("On the wire: 3 calls send the same", run.Output, StringComparison.Ordinal);
        Assert.Contains("Docs: spec-check finds no drift", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Result: nothing breaks, and the docs agree. Exit code 0.", run.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Fine, run.ExitCode);
        Assert.Equal(" M spec/openapi.yaml", (await repository.GitAsync("status", "--short")).Output.TrimEnd());
    }

    [Fact]
    public async Task A_changed_bound_a_new_parameter_and_a_removed_operation_between_two_commits_are_told()
    {
        using var repository = new ScratchRepository();
        var spec = repository.Spec;
        repository.Spec = spec.WithBefore("\ncomponents:\n", "\n" + Ticks);
        await repository.CommitAsync("With ticks");
        repository.Spec = spec.With("maximum: 125 }", "maximum: 100 }").WithBefore(Leverage, "        - { name: client-note, in: query, schema: { type: string, maxLength: 9 } }\n").With("x-weight: 1\n      x-security-type: NONE", "x-weight: 2\n      x-security-type: NONE");
        await repository.CommitAsync("Without ticks");

        var run = await repository.ReviewAsync("HEAD~1", "HEAD");

        Assert.Equal("", run.Errors);
        Assert.All(
            [
                "(With ticks) →",
                "ChangeInitialLeverageAsync(string symbol, int leverage, string? client_note = null, long? recvWindow = default,",
                "At source: breaking",
                "  IFapiClient.ChangeInitialLeverageAsync has changed",
                "  IFapiClient.ListTicksAsync is gone",
                "At binary level: breaking",
                "  CP0002: Member 'System.Threading.Tasks.Task<System.Collections.Generic.IReadOnlyList<string>> Fapi.Sdk.FapiClient.ListTicksAsync(int, System.Threading.CancellationToken)' exists on the side before but not on the side after",
                "On the wire: 3 of 6 calls differ",
                "  changeInitialLeverage with everything",
                "  - POST /fapi/v1/leverage?symbol=BTCUSDT&leverage=21&recvWindow=5000&timestamp=…&signature=…  + header X-MBX-APIKEY",
                "  + POST /fapi/v1/leverage?symbol=BTCUSDT&leverage=21&client-note=A&recvWindow=5000&timestamp=…&signature=…  + header X-MBX-APIKEY",
                "  changeInitialLeverage with leverage = 125",
                "  + (refused: leverage is 125; the spec allows 1 to 100. Nothing was sent.)",
                "  listTicks with what is required",
                "  - GET /fapi/v1/ticks?limit=5",
                "  + (there is no such operation)",
                "  CheckServerTime.Weight: 1 → 2",
                "Docs: spec-check does not agree",
                "bounds-wider",
                "Result: breaks users at source, breaks users at binary level, 2 calls that were sent no longer are, the docs differ or could not be checked. Exit code 1.",
                "FAPI_APPROVE_API=1",
            ],
            line => Assert.Contains(line, run.Output, StringComparison.Ordinal));
        Assert.Equal(ExitCodes.Breaking, run.ExitCode);
    }

    [Theory]
    [InlineData("'nowhere' is no revision of ", "nowhere")]
    [InlineData("Unrecognized command or argument 'third'", "HEAD", "HEAD", "third")]
    public async Task Wrong_input_is_told_in_a_sentence(string message, params string[] arguments)
    {
        using var repository = new ScratchRepository();
        await repository.CommitAsync("First");

        var run = await repository.ReviewAsync(arguments);

        Assert.StartsWith(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.WrongInput, run.ExitCode);
    }
}
