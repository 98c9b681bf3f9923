namespace Fapi.Sdk.Weight;

/// <summary>Counts the weight that this process sends.</summary>
internal sealed class ProcessBudget(TimeProvider time) : IWeightBudget
{
    private readonly WeightWindow _window = new(time);

    event Action<WeightPause>? IWeightBudget.PauseLearned
    {
        add { }
        remove { }
    }

    public int UsedWeight => (int)Math.Min(_window.Used(time.GetTimestamp()), int.MaxValue);

    public string? Trouble => null;

    public ValueTask<bool> TryReserveAsync(int weight, int limit, long behind, CancellationToken cancellationToken)
    {
        var isFree = UntilRoom(weight, ahead: 0, limit) == TimeSpan.Zero;
        if (isFree)
        {
            _window.Reserve(weight);
        }

        return new ValueTask<bool>(isFree);
    }

    public TimeSpan UntilRoom(int weight, long ahead, int limit) =>
        _window.UntilRoom(weight, ahead, limit, time.GetTimestamp());

    public void Release(int weight) => _window.Release(weight);

    public bool TrySend(int weight)
    {
        _window.Send(weight);
        return true;
    }

    public bool Complete(int weight, int? usedWeight)
    {
        var now = time.GetTimestamp();
        _window.Complete(weight, now);
        return usedWeight is { } counted && _window.Correct(counted, now);
    }

    public void Pause(WeightPause pause)
    {
    }
}
