using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sandbox.Tests.Support;

/// <summary>Waits for something that another thread does, and fails when it has not come after 20 seconds.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        while (!condition())
        {
            await Task.Delay(5, deadline.Token);
        }
    }

    /// <summary>Moves the clock until a task ends: who waits on it may not have begun to when it is first moved.</summary>
    public static Task CompletesAsync(Task task, FakeTimeProvider clock) => HoldsAsync(() =>
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        return task.IsCompleted;
    });
}
