namespace Fapi.Sdk.Http;

/// <summary>Access to the fields of an answer that the spec does not know.</summary>
internal static class AnswerFields
{
    internal static IReadOnlyDictionary<string, T> ReadOnly<T>(IDictionary<string, T>? fields) =>
        fields is null ? Empty<T>.Fields : (IReadOnlyDictionary<string, T>)fields;

    private static class Empty<T>
    {
        internal static readonly IReadOnlyDictionary<string, T> Fields = new Dictionary<string, T>();
    }
}
