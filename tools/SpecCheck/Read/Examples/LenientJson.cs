using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fapi.SpecCheck.Read.Examples;

/// <summary>
/// Reads JSON as people type it into docs: comments, missing and superfluous and full-width commas, keys without
/// quotes. What goes beyond that is an error, because a guess at an example would be worse than none.
/// </summary>
internal sealed class LenientJson
{
    /// <summary>Within the 64 levels that <see cref="JsonElement"/> takes.</summary>
    private const int MaxDepth = 60;

    private readonly JsonScanner _scanner;

    private LenientJson(string text) => _scanner = new JsonScanner(text);

    /// <summary>Every value in a text that may hold several, told apart by nothing or by OR.</summary>
    /// <exception cref="FormatException">The text is not JSON even with all allowances; the message says
    /// where.</exception>
    public static IReadOnlyList<JsonNode> ReadAll(string text)
    {
        var reader = new LenientJson(text);
        var values = new List<JsonNode>();
        while (reader._scanner.SkipToValue())
        {
            values.Add(reader.ReadValue(0)!);
        }

        return values;
    }

    private JsonNode? ReadValue(int depth)
    {
        if (depth > MaxDepth)
        {
            throw _scanner.Error($"more than {MaxDepth} levels");
        }

        return _scanner.Peek() switch
        {
            '{' => ReadObject(depth),
            '[' => ReadArray(depth),
            '"' or '“' or '”' => JsonValue.Create(_scanner.ReadString()),
            _ => ReadLiteral(),
        };
    }

    private JsonObject ReadObject(int depth)
    {
        var result = new JsonObject();
        _scanner.Read('{');
        while (_scanner.SkipSeparators() != '}')
        {
            var key = _scanner.Peek() is '"' or '“' or '”' ? _scanner.ReadString() : _scanner.ReadWord();
            if (key.Length == 0)
            {
                throw _scanner.Error("a name of a field is missing");
            }

            if (_scanner.SkipSpace() is not (':' or '：'))
            {
                throw _scanner.Error($"no colon behind \"{key}\"");
            }

            _scanner.Skip();
            _scanner.SkipSpace();
            if (!result.TryAdd(key, ReadValue(depth + 1)))
            {
                throw _scanner.Error($"the field \"{key}\" stands there twice");
            }
        }

        _scanner.Read('}');
        return result;
    }

    private JsonArray ReadArray(int depth)
    {
        var result = new JsonArray();
        _scanner.Read('[');
        while (_scanner.SkipSeparators() != ']')
        {
            result.Add(ReadValue(depth + 1));
        }

        _scanner.Read(']');
        return result;
    }

    private JsonValue? ReadLiteral()
    {
        var word = _scanner.ReadWord();
        return word switch
        {
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            "null" => null,
            _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
                JsonValue.Create(whole),
            _ when IsNumber(word) => JsonValue.Create(JsonDocument.Parse(word).RootElement.Clone()),
            _ => throw _scanner.Error(word.Length == 0 ? "a value is missing" : $"\"{Shorten(word)}\" is no value"),
        };
    }

    private static bool IsNumber(string word)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(word));
        try
        {
            return word.Length < 100 && word.Length > 0 && reader.Read() && reader.TokenType == JsonTokenType.Number
                && reader.BytesConsumed == word.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Shorten(string word) => word.Length > 40 ? word[..40] + "…" : word;
}
