using System.Text.Json;
using Fapi.Benchmarks.Commands;

namespace Fapi.Benchmarks.Tests;

public sealed class QuickTests
{
    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Json_report_has_rows_and_targets()
    {
        var output = new StringWriter();

        var exitCode = await BenchmarksApp.RunAsync(["quick", "--json", "--only", "contract"], output, TextWriter.Null);

        var group = JsonDocument.Parse(output.ToString()).RootElement.GetProperty("groups").EnumerateArray().Single();
        Assert.Equal(2, group.GetProperty("rows").GetArrayLength());
        var verdicts = group.GetProperty("targets").EnumerateArray().Select(target => target.GetProperty("verdict").GetString());
        Assert.Equal(verdicts.Contains("Missed") ? 1 : 0, exitCode);
    }

    [Theory]
    [InlineData("--only", "everything")]
    [InlineData("--memory-calls", "10")]
    public async Task Wrong_input_ends_in_a_sentence(string option, string value)
    {
        var error = new StringWriter();

        var exitCode = await BenchmarksApp.RunAsync(["quick", option, value], TextWriter.Null, error);

        Assert.Equal(2, exitCode);
        Assert.Contains(value, error.ToString(), StringComparison.Ordinal);
    }
}
