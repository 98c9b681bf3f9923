using System.Collections.Concurrent;
using Fapi.Sdk.Weight;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>A budget that knows nothing by itself: the test replies to each question.</summary>
internal sealed class AskedBudget : IWeightBudget
{
    private readonly ConcurrentQueue<TaskCompletionSource<bool>> _questions = new();

    public event Action<WeightPause>? PauseLearned;

    public int UsedWeight => 0;

    public string? Trouble { get; set; }

    internal List<string> Calls { get; } = [];

    internal TimeSpan Room { get; set; }

    internal bool IsStale { get; set; }

    public ValueTask<bool> TryReserveAsync(int weight, int limit, long behind, CancellationToken cancellationToken)
    {
        Calls.Add($"reserve {weight}" + (behind == 0 ? "" : $" behind {behind}"));
        var question = new TaskCompletionSource<bool>();
        cancellationToken.Register(() => question.TrySetCanceled(cancellationToken));
        _questions.Enqueue(question);
        return new ValueTask<bool>(question.Task);
    }

    public TimeSpan UntilRoom(int weight, long ahead, int limit) => Room;

    public void Release(int weight) => Calls.Add($"release {weight}");

    public bool TrySend(int weight)
    {
        Calls.Add($"send {weight}");
        return !IsStale;
    }

    public bool Complete(int weight, int? usedWeight) => false;

    public void Pause(WeightPause pause) =>
        Calls.Add($"{(pause.BannedUntil is null ? "hold" : "ban")} {pause.Duration.TotalSeconds}");

    /// <summary>Replies to the oldest question.</summary>
    internal void Reply(bool isReserved)
    {
        Assert.True(_questions.TryDequeue(out var question), "Nobody asked.");
        question.SetResult(isReserved);
    }

    internal void Learn(WeightPause pause) => PauseLearned!(pause);

    /// <summary>Returns when a question has no reply yet.</summary>
    internal async Task AskedAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (_questions.IsEmpty)
        {
            await Task.Yield();
            deadline.Token.ThrowIfCancellationRequested();
        }
    }
}
