using Fapi.Leverage.Tool.Output;
using Fapi.Leverage.Tool.Shell;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Leverage.Tool.Tests;

public sealed class ApplyProgressTests
{
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Without_a_terminal_each_tenth_is_a_line_with_rate_and_time_left()
    {
        Report(errorWidth: null, total: 40);

        var lines = $"{_error}".TrimEnd().Split('\n');
        Assert.Equal(10, lines.Length);
        Assert.Equal("4 of 40 changes, 2 a second, 18 s left", lines[0]);
        Assert.Equal("40 of 40 changes, 2 a second, 0 s left", lines[9]);
    }

    [Fact]
    public void On_a_terminal_a_bar_is_drawn_over_itself_and_its_line_ended()
    {
        Report(errorWidth: 70, total: 40);

        var drawn = $"{_error}".Split('\r')[1..];
        Assert.Equal(40, drawn.Length);
        Assert.Equal($"[{new string('#', 12)}{new string('.', 12)}] 20 of 40 changes, 2 a second, 10 s left".PadRight(69),
            drawn[19]);
        Assert.EndsWith("0 s left    \n", drawn[39], StringComparison.Ordinal);
    }

    [Fact]
    public void Narrow_terminal_gets_no_line_that_it_would_break()
    {
        Report(errorWidth: 20, total: 40);

        Assert.All($"{_error}".Split('\r')[1..], line => Assert.Equal(19, line.TrimEnd('\n').Length));
    }

    [Fact]
    public void Progress_never_goes_back()
    {
        var terminal = new Terminal(TextWriter.Null, _error, TextReader.Null, CanAsk: false, _ => null);
        using var progress = new ApplyProgress(terminal, _time);

        progress.Report(new(9, 10, null!));
        progress.Report(new(8, 10, null!));
        progress.Report(new(9, 10, null!));

        Assert.Single($"{_error}".TrimEnd().Split('\n'));
    }

    private void Report(int? errorWidth, int total)
    {
        var terminal = new Terminal(
            TextWriter.Null, _error, TextReader.Null, CanAsk: false, _ => null, ErrorWidth: errorWidth);
        using var progress = new ApplyProgress(terminal, _time);
        for (var completed = 1; completed <= total; completed++)
        {
            _time.Advance(TimeSpan.FromSeconds(0.5));
            progress.Report(new(completed, total, null!));
        }
    }
}
