using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Reads the fields of one JSON object for a generated type, at half of what a serializer costs.</summary>
internal readonly struct FieldReader(JsonTextReader reader, JsonSerializer serializer, BodyReader text)
{
    /// <returns>Name of the next field; null at the end of the object.</returns>
    internal string? Next()
    {
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonToken.PropertyName:
                    return (string)reader.Value!;
                case JsonToken.EndObject:
                    return null;
            }
        }

        throw new JsonSerializationException("Unexpected end of the response.");
    }

    internal T Read<T>(string name)
    {
        var value = ReadOptional<T>();
        return value is null ? throw IsNull(name) : value;
    }

    /// <returns>Null where the JSON says null.</returns>
    internal T? ReadOptional<T>()
    {
        // The compiler keeps one of these for each type.
        if (typeof(T) == typeof(string))
        {
            return (T?)(object?)reader.ReadAsString();
        }

        Advance();
        return typeof(T) == typeof(int) ? (T)(object)WholeNumber.ReadInt32(reader)
            : typeof(T) == typeof(long) ? (T)(object)WholeNumber.ReadInt64(reader)
            : serializer.Deserialize<T>(reader);
    }

    /// <summary>Skips the value of a field that the spec does not know.</summary>
    internal void Skip() => reader.Skip();

    /// <summary>Skips it, but lets it be read later.</summary>
    internal void Keep<T>(string name, ref UnknownFields<T>? fields)
    {
        fields ??= new UnknownFields<T>(text.ToString(), serializer);
        fields.Add(name);
        Skip();
    }

    internal static void Require(string name, bool isThere)
    {
        if (!isThere)
        {
            throw new JsonSerializationException($"Field '{name}' is missing.");
        }
    }

    private void Advance()
    {
        if (!reader.Read())
        {
            throw new JsonSerializationException("Unexpected end of the response.");
        }
    }

    private static JsonSerializationException IsNull(string name) => new($"Field '{name}' is null.");
}
