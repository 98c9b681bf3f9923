namespace Fapi.Leverage.Tests.Support;

/// <summary>Collects progress, and may act on it.</summary>
internal sealed class Told(Action<LeverageProgress>? act = null) : IProgress<LeverageProgress>
{
    internal List<LeverageProgress> All { get; } = [];

    public void Report(LeverageProgress value)
    {
        All.Add(value);
        act?.Invoke(value);
    }
}
