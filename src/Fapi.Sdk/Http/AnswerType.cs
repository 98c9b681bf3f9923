using System.Reflection;
using Newtonsoft.Json;

namespace Fapi.Sdk.Http;

/// <summary>How answers of one type are read.</summary>
internal static class AnswerType<T>
{
    /// <summary>The generated reader of a type with fields; null where the serializer has to do it.</summary>
    internal static readonly Func<FieldReader, T>? Read = FindReader();

    /// <summary>Names of the fields, so that they need not be made anew for every answer.</summary>
    internal static readonly DefaultJsonNameTable Names = FindNames();

    private static Func<FieldReader, T>? FindReader() =>
        typeof(T).GetMethod("fromFields", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is { } method
            ? (Func<FieldReader, T>)Delegate.CreateDelegate(typeof(Func<FieldReader, T>), method)
            : null;

    private static DefaultJsonNameTable FindNames()
    {
        var names = new DefaultJsonNameTable();
        foreach (var property in typeof(T).GetProperties())
        {
            names.Add(property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName ?? property.Name);
        }

        return names;
    }
}
