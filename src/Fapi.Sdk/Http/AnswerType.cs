using System.Reflection;
using Newtonsoft.Json;

namespace Fapi.Sdk.Http;

/// <summary>How answers of one type are read.</summary>
internal abstract class AnswerType
{
    /// <summary>Names of the fields, so that they need not be made anew for every answer.</summary>
    internal abstract JsonNameTable Names { get; }

    /// <summary>Reads one answer, up to its last token.</summary>
    internal abstract object Read(JsonTextReader reader, JsonSerializer serializer, CharReader answer);
}

internal sealed class AnswerType<T> : AnswerType
{
    internal static readonly AnswerType<T> Instance = new();

    // The generated reader of a type with fields; null where the serializer has to do it.
    private readonly Func<FieldReader, T>? _read =
        typeof(T).GetMethod("fromFields", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is { } method
            ? (Func<FieldReader, T>)Delegate.CreateDelegate(typeof(Func<FieldReader, T>), method)
            : null;

    internal override JsonNameTable Names { get; } = FindNames();

    internal override object Read(JsonTextReader reader, JsonSerializer serializer, CharReader answer)
    {
        if (_read is null)
        {
            return serializer.Deserialize<T>(reader) ?? throw IsEmpty();
        }

        if (!reader.Read() || reader.TokenType != JsonToken.StartObject)
        {
            throw reader.TokenType is JsonToken.None or JsonToken.Null
                ? IsEmpty()
                : new JsonSerializationException($"The answer is no object but begins with {reader.TokenType}.");
        }

        return _read(new FieldReader(reader, serializer, answer))!;
    }

    private static JsonSerializationException IsEmpty() => new("The answer is null or empty.");

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
