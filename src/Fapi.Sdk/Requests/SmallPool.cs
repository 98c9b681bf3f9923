using System.Buffers;

namespace Fapi.Sdk.Requests;

/// <summary>Pooled arrays up to a bound, and one larger. Others are made for their use and left to the collector: pools
/// keep what they get.</summary>
internal static class SmallPool<T>
{
    internal const int Largest = 32 * 1024;

    private const int LargestKept = 1024 * 1024;

    private static T[]? _large;

    internal static T[] Rent(int minimumLength)
    {
        if (minimumLength <= Largest)
        {
            return ArrayPool<T>.Shared.Rent(minimumLength);
        }

        return Interlocked.Exchange(ref _large, null) is { } kept && kept.Length >= minimumLength
            ? kept
            : new T[minimumLength];
    }

    internal static void Return(T[] array)
    {
        if (array.Length is > 0 and <= Largest)
        {
            ArrayPool<T>.Shared.Return(array);
        }
        else if (array.Length <= LargestKept && array.Length > (_large?.Length ?? 0))
        {
            _large = array;
        }
    }
}
