using Fapi.Benchmarks.Clients;

namespace Fapi.Benchmarks.Cases;

/// <summary>A client that is measured: one call of it, and what its answer says.</summary>
internal sealed class Subject : IDisposable
{
    private readonly IDisposable[] _owned;

    private Subject(Func<string, int, Task> call, Func<Task, LeverageAnswer> answer, IDisposable[] owned)
    {
        Call = call;
        Answer = answer;
        _owned = owned;
    }

    /// <summary>Sets the leverage of a symbol.</summary>
    internal Func<string, int, Task> Call { get; }

    /// <summary>The answer of a call that has ended.</summary>
    internal Func<Task, LeverageAnswer> Answer { get; }

    internal static Subject Of<T>(Func<string, int, Task<T>> call, Func<T, LeverageAnswer> answer, params IDisposable[] owned) =>
        new(call, task => answer(((Task<T>)task).GetAwaiter().GetResult()), owned);

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
