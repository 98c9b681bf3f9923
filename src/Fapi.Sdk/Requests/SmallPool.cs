using System.Buffers;

namespace Fapi.Sdk.Requests;

/// <summary>Pooled arrays up to a bound. A larger one is made for its use and left to the collector: pools keep what
/// they get.</summary>
internal static class SmallPool<T>
{
    internal const int Largest = 32 * 1024;

    internal static T[] Rent(int minimumLength) =>
        minimumLength <= Largest ? ArrayPool<T>.Shared.Rent(minimumLength) : new T[minimumLength];

    internal static void Return(T[] array)
    {
        if (array.Length is > 0 and <= Largest)
        {
            ArrayPool<T>.Shared.Return(array);
        }
    }
}
