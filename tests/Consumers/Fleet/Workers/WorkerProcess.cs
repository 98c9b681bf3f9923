using System.Diagnostics;
using System.Text.Json;

namespace Fleet.Workers;

/// <summary>A worker, seen from outside.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private Task _reading = Task.CompletedTask;
    private volatile WorkerReport _latest = new();

    private WorkerProcess(Process process) => _process = process;

    /// <summary>The last that it said.</summary>
    internal WorkerReport Latest => _latest;

    /// <summary>Starts it; it waits for <see cref="Go"/>.</summary>
    internal static async Task<WorkerProcess> StartAsync(WorkerSettings settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Fleet.exe" : "Fleet");
        var worker = new WorkerProcess(Process.Start(
            new ProcessStartInfo(program, Worker.Command)
            { RedirectStandardInput = true, RedirectStandardOutput = true })!);
        await worker._process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(settings));
        await worker._process.StandardInput.FlushAsync();
        if (await worker._process.StandardOutput.ReadLineAsync() != Worker.Ready)
        {
            await worker.DisposeAsync();
            throw new InvalidOperationException("A worker did not start; what it wrote says why.");
        }

        return worker;
    }

    internal void Go()
    {
        _process.StandardInput.WriteLine(Worker.Go);
        _process.StandardInput.Flush();
        _reading = ReadAsync();
    }

    /// <summary>Ends it at once, with all that it has in hand.</summary>
    internal void Kill() => _process.Kill();

    /// <summary>Lets it end its calls and say the last word.</summary>
    internal async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _reading.WaitAsync(LongestEnd);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            // The last line of one that was killed may be cut off.
            if (line.EndsWith('}'))
            {
                _latest = JsonSerializer.Deserialize<WorkerReport>(line)!;
            }
        }
    }
}
