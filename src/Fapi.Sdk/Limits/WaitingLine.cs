using System.Diagnostics.CodeAnalysis;

namespace Fapi.Sdk.Limits;

/// <summary>Calls that wait for weight under the same limit, in the order in which they came.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim without a wait handle has nothing to dispose.")]
internal sealed class WaitingLine
{
    /// <summary>Held by the first of the line; the platform serves the others in order.</summary>
    internal SemaphoreSlim Head { get; } = new(1, 1);

    internal int Count { get; set; }

    internal long Weight { get; set; }
}
