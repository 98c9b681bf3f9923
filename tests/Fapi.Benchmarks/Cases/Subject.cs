using Fapi.Benchmarks.Clients;

namespace Fapi.Benchmarks.Cases;

/// <summary>A client that is measured: one call of it, and what its response says.</summary>
internal sealed class Subject : IDisposable
{
    private readonly IDisposable[] _owned;

    private Subject(Func<string, int, Task> call, Func<Task, LeverageResponse> response, IDisposable[] owned)
    {
        Call = call;
        Response = response;
        _owned = owned;
    }

    /// <summary>Sets the leverage of a symbol.</summary>
    internal Func<string, int, Task> Call { get; }

    /// <summary>The response of a call that has ended.</summary>
    internal Func<Task, LeverageResponse> Response { get; }

    internal static Subject Create<T>(Func<string, int, Task<T>> call, Func<T, LeverageResponse> response, params IDisposable[] owned) =>
        new(call, task => response(((Task<T>)task).GetAwaiter().GetResult()), owned);

    /// <summary>Calls one after the other.</summary>
    internal void Run(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            Call("BTCUSDT", 21).GetAwaiter().GetResult();
        }
    }

    /// <summary>Calls by many callers at once, each one after the other.</summary>
    internal void Run(int calls, int callers) =>
        Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => RunAsync((calls + caller) / callers)))).GetAwaiter().GetResult();

    private async Task RunAsync(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            await Call("BTCUSDT", 21).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        foreach (var owned in _owned)
        {
            owned.Dispose();
        }
    }
}
