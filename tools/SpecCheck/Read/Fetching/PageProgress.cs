using Spectre.Console;

namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>
/// A progress bar on the error stream while many pages are loaded; nothing where that is no terminal.
/// </summary>
internal sealed class PageProgress : IAsyncDisposable
{
    private const int ManyPages = 10;

    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _display = Task.CompletedTask;
    private ProgressTask? _bar;

    private PageProgress()
    {
    }

    public static PageProgress Start(int pages)
    {
        var progress = new PageProgress();
        if (pages < ManyPages || Console.IsErrorRedirected)
        {
            return progress;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        progress._display = console.Progress().AutoClear(true).StartAsync(context =>
        {
            progress._bar = context.AddTask("Reading pages", maxValue: pages);
            return progress._finished.Task;
        });
        return progress;
    }

    public void Advance() => _bar?.Increment(1);

    public async ValueTask DisposeAsync()
    {
        _finished.TrySetResult();
        await _display;
    }
}
