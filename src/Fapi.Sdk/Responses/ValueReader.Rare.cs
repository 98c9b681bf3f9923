using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Fapi.Sdk.Responses;

// What Newtonsoft does: values that are rare, and errors.
internal sealed partial class ValueReader
{
    /// <summary>Reads any value as Newtonsoft does, going back to its start.</summary>
    /// <returns>Null, too, for an object or array that is only checked.</returns>
    private object? ReadRare(int start, bool isChecked = false)
    {
        _position = start;
        SkipAny();
        try
        {
            using var reader = ResponseReader.Open(Text(start, _position));
            reader.Read();
            if (isChecked)
            {
                reader.Skip();
            }

            return reader.TokenType is JsonToken.StartObject or JsonToken.StartArray
                ? JToken.ReadFrom(reader)
                : reader.Value;
        }
        catch (JsonReaderException)
        {
            throw Malformed();
        }
    }

    /// <summary>Throws unless the object that ends here has the field.</summary>
    internal void Require(string name, bool isThere)
    {
        if (!isThere)
        {
            using var reader = Replay();
            throw new JsonSerializationException(
                $"Field '{(reader.Path.Length == 0 ? name : $"{reader.Path}.{name}")}' is missing.");
        }
    }

    private JsonSerializationException WrongKindAt(int start, string expected)
    {
        _position = start;
        if (Peek() is '{' or '[')
        {
            _position++;
        }
        else
        {
            SkipAny();
        }

        using var reader = Replay();
        return WrongKind.Of(reader, expected);
    }

    /// <summary>Returns Newtonsoft's reader at the token that ends here: it knows the path.</summary>
    private JsonTextReader Replay()
    {
        var text = Text(_start, _position);
        var tokens = 0;
        using (var counting = ResponseReader.Open(text))
        {
            while (counting.Read())
            {
                tokens++;
            }
        }

        var reader = ResponseReader.Open(text);
        for (; tokens > 0; tokens--)
        {
            reader.Read();
        }

        return reader;
    }

    /// <summary>Lets Newtonsoft say what is wrong here.</summary>
    private JsonReaderException Malformed()
    {
        using var reader = ResponseReader.Open(Text(_start, _end));
        while (reader.Read())
        {
        }

        return new JsonReaderException(IsAtEnd
            ? "Unexpected end of the response."
            : $"Unexpected character at byte {_position} of the response, which is no strict JSON.");
    }

    private string Text(int start, int end) => Encoding.UTF8.GetString(_json, start, end - start);
}
