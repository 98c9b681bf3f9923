namespace Fapi.Leverage.Tool.Output;

/// <summary>Progress of applying a plan: a bar on a terminal, elsewhere a line for each tenth of the changes.</summary>
internal sealed class ApplyProgress(Terminal terminal, TimeProvider time) : IProgress<LeverageProgress>, IDisposable
{
    private const int Tenths = 10;
    private const int BarWidth = 24;

    private readonly Lock _oneAtATime = new();
    private readonly long _start = time.GetTimestamp();
    private int _completed;
    private bool _isDrawn;

    public void Report(LeverageProgress value)
    {
        lock (_oneAtATime)
        {
            if (value.Completed <= _completed)
            {
                return;
            }

            var isTold = value.Completed * Tenths / value.Total > _completed * Tenths / value.Total;
            _completed = value.Completed;
            if (terminal.ErrorWidth is { } width)
            {
                var filled = value.Completed * BarWidth / value.Total;
                var bar = $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {Line(value)}";
                terminal.Redraw(bar, width);
                _isDrawn = true;
            }
            else if (isTold)
            {
                terminal.Error.WriteLine(Line(value));
            }
        }
    }

    /// <summary>Says a sentence below the bar.</summary>
    internal void Say(string sentence)
    {
        lock (_oneAtATime)
        {
            Dispose();
            terminal.Error.WriteLine(sentence);
        }
    }

    /// <summary>Ends the line of the bar.</summary>
    public void Dispose()
    {
        if (_isDrawn)
        {
            terminal.Error.WriteLine();
            _isDrawn = false;
        }
    }

    private string Line(LeverageProgress value)
    {
        var rate = value.Completed / Math.Max(time.GetElapsedTime(_start).TotalSeconds, 0.001);
        var left = TimeSpan.FromSeconds((value.Total - value.Completed) / rate);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Completed} of {value.Total} changes, {rate:0.#} a second, {PlanReport.Time(left)} left");
    }
}
