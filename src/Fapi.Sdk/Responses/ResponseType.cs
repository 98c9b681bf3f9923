using Fapi.Sdk.Requests;
using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Reads responses of one type.</summary>
internal abstract class ResponseType
{
    /// <summary>Names of the fields, so that they are not made anew for every response.</summary>
    internal DefaultJsonNameTable Names { get; } = new();

    /// <returns>What shows that the response is that of another request; null when nothing does.</returns>
    internal abstract string? FindDifference(object response, RequestTarget request);

    /// <summary>Reads one response, up to its last token.</summary>
    internal abstract object Read(JsonTextReader reader, JsonSerializer serializer, BodyReader text);

    private protected static JsonSerializationException IsEmpty() => new("The response is null or empty.");
}

/// <summary>Reads an object by the reader that is generated for it, and any other type by the serializer.</summary>
internal sealed class ResponseType<T> : ResponseType
{
    internal static readonly ResponseType<T> Serialized = new(null, null);

    private readonly Func<FieldReader, T>? _read;
    private readonly Func<Echo, T, Echo>? _echo;

    internal ResponseType(Func<FieldReader, T>? read, Func<Echo, T, Echo>? echo, params string[] names)
    {
        (_read, _echo) = (read, echo);
        foreach (var name in names)
        {
            Names.Add(name);
        }
    }

    internal override string? FindDifference(object response, RequestTarget request) =>
        _echo?.Invoke(new Echo(request), (T)response).Difference;

    internal override object Read(JsonTextReader reader, JsonSerializer serializer, BodyReader text)
    {
        if (_read is null)
        {
            return serializer.Deserialize<T>(reader) ?? throw IsEmpty();
        }

        if (!reader.Read() || reader.TokenType != JsonToken.StartObject)
        {
            throw reader.TokenType is JsonToken.None or JsonToken.Null
                ? IsEmpty()
                : new JsonSerializationException($"The response is no object but begins with {reader.TokenType}.");
        }

        return _read(new FieldReader(reader, serializer, text))!;
    }
}
