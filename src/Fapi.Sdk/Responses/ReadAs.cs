namespace Fapi.Sdk.Responses;

/// <summary>Makes readers of values, which generated code composes with those of its own types.</summary>
internal static class ReadAs
{
    internal static Func<ValueReader, IReadOnlyList<T>> List<T>(Func<ValueReader, T> item) =>
        value => value.ReadList(item);

    /// <summary>Reads an array whose only item may come without the array around it.</summary>
    internal static Func<ValueReader, IReadOnlyList<T>> ListOrItem<T>(Func<ValueReader, T> item) =>
        value => value.ReadListOrItem(item);

    internal static Func<ValueReader, IReadOnlyDictionary<string, T>> Map<T>(Func<ValueReader, T> item) =>
        value => value.ReadMap(item);

    internal static Func<ValueReader, T?> OrNull<T>(Func<ValueReader, T> item)
        where T : class => value => value.ReadNull() ? null : item(value);
}
