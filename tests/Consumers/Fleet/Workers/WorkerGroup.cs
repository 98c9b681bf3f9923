namespace Fleet.Workers;

/// <summary>Workers that start at once.</summary>
internal sealed class WorkerGroup(IReadOnlyList<WorkerProcess> workers) : IAsyncDisposable
{
    internal IReadOnlyList<WorkerProcess> Workers => workers;

    internal IEnumerable<WorkerReport> Reports => workers.Select(worker => worker.Latest);

    internal static async Task<WorkerGroup> StartAsync(IEnumerable<WorkerSettings> settings)
    {
        var starting = settings.Select(WorkerProcess.StartAsync).ToList();
        try
        {
            return new WorkerGroup(await Task.WhenAll(starting));
        }
        catch
        {
            foreach (var started in starting.Where(one => one.IsCompletedSuccessfully))
            {
                await (await started).DisposeAsync();
            }

            throw;
        }
    }

    internal void Go()
    {
        foreach (var worker in workers)
        {
            worker.Go();
        }
    }

    internal Task StopAsync() => Task.WhenAll(workers.Select(worker => worker.StopAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }
    }
}
