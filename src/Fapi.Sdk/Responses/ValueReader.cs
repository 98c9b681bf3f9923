using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Fapi.Sdk.Responses;

/// <summary>Reads JSON for generated types, at half of what a serializer costs. Stands at the first token of a value
/// before it is read, and at its last one afterwards.</summary>
internal readonly struct ValueReader(JsonTextReader reader, BodyReader text)
{
    internal bool IsNull => reader.TokenType == JsonToken.Null;

    private bool IsArray => reader.TokenType == JsonToken.StartArray;

    /// <summary>Reads a simple value.</summary>
    internal T Read<T>()
    {
        // The compiler keeps one of these for each type.
        if (typeof(T) == typeof(string))
        {
            return (T)(object)ReadString();
        }

        if (typeof(T) == typeof(int))
        {
            return (T)(object)WholeNumber.ReadInt32(reader);
        }

        if (typeof(T) == typeof(long))
        {
            return (T)(object)WholeNumber.ReadInt64(reader);
        }

        return typeof(T) == typeof(decimal) ? (T)(object)ReadDecimal()
            : typeof(T) == typeof(bool) ? (T)(object)ReadBoolean()
            : (T)ReadAny(reader)!;
    }

    internal IReadOnlyList<T> ReadList<T>(Func<ValueReader, T> read)
    {
        Expect(JsonToken.StartArray, "an array");
        var items = new List<T>();
        while (Advance() != JsonToken.EndArray)
        {
            items.Add(read(this));
        }

        return items;
    }

    /// <summary>Reads an array, or an item that came without the array around it.</summary>
    internal IReadOnlyList<T> ReadListOrItem<T>(Func<ValueReader, T> read) =>
        IsArray ? ReadList(read) : [read(this)];

    internal IReadOnlyDictionary<string, T> ReadMap<T>(Func<ValueReader, T> read)
    {
        BeginObject();
        var items = new Dictionary<string, T>();
        while (NextField() is { } name)
        {
            items[name] = read(this);
        }

        return items;
    }

    /// <returns>Where the object is, for the fields of it that the spec does not know.</returns>
    internal TextPosition BeginObject()
    {
        Expect(JsonToken.StartObject, "an object");
        return new TextPosition(reader.LineNumber, reader.LinePosition);
    }

    /// <summary>Goes on to the value of the next field.</summary>
    /// <returns>The field's name; null at the end of the object.</returns>
    internal string? NextField()
    {
        if (Advance() == JsonToken.EndObject)
        {
            return null;
        }

        var name = (string)reader.Value!;
        Advance();
        return name;
    }

    /// <summary>Skips the value of a field that the spec does not know.</summary>
    internal void Skip() => reader.Skip();

    /// <summary>Skips it, but lets it be read later.</summary>
    /// <param name="start">Where the object is.</param>
    /// <param name="known">Fields of it that the spec knows.</param>
    /// <param name="fields">The fields that are read later.</param>
    internal void Keep(TextPosition start, string[] known, ref UnknownFields? fields)
    {
        fields ??= new UnknownFields(text.ToString(), start, known);
        Skip();
    }

    internal void Require(string name, bool isThere)
    {
        if (!isThere)
        {
            throw new JsonSerializationException(
                $"Field '{(reader.Path.Length == 0 ? name : $"{reader.Path}.{name}")}' is missing.");
        }
    }

    /// <summary>Reads what has no type: text, number, bool, null, or what Newtonsoft has for objects and
    /// arrays.</summary>
    internal static object? ReadAny(JsonTextReader reader) =>
        reader.TokenType is JsonToken.StartObject or JsonToken.StartArray ? JToken.ReadFrom(reader) : reader.Value;

    private JsonToken Advance()
    {
        do
        {
            if (!reader.Read())
            {
                throw new JsonReaderException("Unexpected end of the response.");
            }
        }
        while (reader.TokenType == JsonToken.Comment);
        return reader.TokenType;
    }

    private string ReadString() => reader.TokenType switch
    {
        JsonToken.String => (string)reader.Value!,
        JsonToken.Integer or JsonToken.Float => Convert.ToString(reader.Value, CultureInfo.InvariantCulture)!,
        JsonToken.Boolean => (bool)reader.Value! ? "true" : "false",
        _ => throw WrongKind.Of(reader, "text"),
    };

    private decimal ReadDecimal() => reader.Value switch
    {
        decimal number => number,
        long number => number,
        not (null or bool) when decimal.TryParse(
            Convert.ToString(reader.Value, CultureInfo.InvariantCulture), NumberStyles.Float,
            CultureInfo.InvariantCulture, out var number) => number,
        _ => throw WrongKind.Of(reader, "a number"),
    };

    private bool ReadBoolean() => reader.Value switch
    {
        bool value => value,
        string text when bool.TryParse(text, out var value) => value,
        _ => throw WrongKind.Of(reader, "true or false"),
    };

    private void Expect(JsonToken token, string kind)
    {
        if (reader.TokenType != token)
        {
            throw WrongKind.Of(reader, kind);
        }
    }
}
