namespace Fapi.Leverage.Tool.Tests;

/// <summary>Ctrl+C during <c>apply</c>, in a process of its own.</summary>
public sealed class ApplyInterruptTests : IAsyncDisposable
{
    private const int Symbols = 40;
    private readonly AccountFixture _on = new(options =>
        (options.FurtherSymbols, options.Latency) = (Symbols, TimeSpan.FromMilliseconds(20)));

    private readonly string _journal = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public ValueTask DisposeAsync()
    {
        File.Delete(_journal);
        return _on.DisposeAsync();
    }

    [Fact]
    public async Task Interrupted_run_ends_in_order_and_is_resumed_without_repeating_anything()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends a POSIX signal.");
        string[] apply =
        [
            "apply", _on.PlanFile("defaults: { leverage: 5, marginType: ISOLATED }"), "--base-url",
            $"{_on.Exchange.BaseAddress}", "--journal", _journal,
        ];
        using var process = ToolProcess.Start(_on.Line().Variables, [.. apply, "--parallel", "2"]);
        var first = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);

        process.Signal("INT");

        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.Equal(5, await process.EndAsync());
        Assert.Contains(" changes, ", first, StringComparison.Ordinal);
        Assert.Contains("Ending after what is under way, and reading back.", await error, StringComparison.Ordinal);
        Assert.EndsWith(
            "Ended early: It was cancelled. Run the same command again to go on; what is done is not repeated.\n",
            await output, StringComparison.Ordinal);
        var sent = _on.Changes.Count();
        Assert.InRange(sent, 1, (2 * Symbols) - 1);
        Assert.InRange(Count("\"begin\""), sent, sent + 2);
        Assert.Equal(sent, Count("\"Done\""));
        Assert.Equal(0, Count("\"complete\""));

        Assert.Equal(0, await _on.Line().RunAsync(apply));
        Assert.Equal(1, Count("\"complete\""));
        Assert.Equal(2 * (Symbols + 4), _on.Changes.Count());
    }

    private int Count(string text) =>
        File.ReadAllLines(_journal).Count(line => line.Contains(text, StringComparison.Ordinal));
}
