using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Fapi.Sdk.Responses;

// What is skipped, and what Newtonsoft does: values that are rare, and errors.
internal sealed partial class ValueReader
{
    private const int MaxShown = 40;
    private const string Whole = "a whole number that fits";

    private bool _sawRare;

    /// <summary>Skips a value, which is JSON.</summary>
    internal void Skip()
    {
        var start = _position;
        _sawRare = false;
        SkipAny();
        if (_sawRare)
        {
            ReadRare(start, isChecked: true);
        }
    }

    private void SkipAny()
    {
        switch (Peek())
        {
            case '{':
                for (Begin('{', ""); Next('{', '}'); SkipAny())
                {
                    _sawRare |= SkipText();
                    SkipColon();
                }

                break;
            case '[':
                for (Begin('[', ""); Next('[', ']'); SkipAny())
                {
                }

                break;
            case '"':
                _sawRare |= SkipText();
                break;
            default:
                if (!Skip("true"u8) && !Skip("false"u8) && !Skip("null"u8))
                {
                    _sawRare |= IsNumber ? !SkipNumber(out _, out _) : throw Malformed();
                }

                break;
        }
    }

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

    /// <summary>Makes a whole number of what Newtonsoft read.</summary>
    internal static bool TryParseWhole(object? value, out long number)
    {
        var given = value switch
        {
            long whole => whole,
            decimal any => any,
            string text when decimal.TryParse(
                text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => (decimal?)null,
        };
        var fits = given is >= long.MinValue and <= long.MaxValue && decimal.Truncate(given.Value) == given;
        number = fits ? (long)given!.Value : 0;
        return fits;
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
        var place = reader.Path.Length == 0 ? "The response" : $"Field '{reader.Path}'";
        return new(reader.TokenType is JsonToken.Null
            ? $"{place} is null."
            : $"{place} is {Found(reader)}, where the spec has {expected}.");
    }

    private static string Found(JsonTextReader reader)
    {
        var value = Convert.ToString(reader.Value, CultureInfo.InvariantCulture);
        var shown = value?.Length > MaxShown ? value.Remove(MaxShown) + "…" : value;
        return reader.TokenType switch
        {
            JsonToken.StartObject => "an object",
            JsonToken.StartArray => "an array",
            JsonToken.String => $"the text '{shown}'",
            _ => shown ?? "nothing",
        };
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
