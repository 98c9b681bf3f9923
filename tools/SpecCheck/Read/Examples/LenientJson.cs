using System.Text.Json;

namespace Fapi.SpecCheck.Read.Examples;

/// <summary>
/// Reads JSON as people type it into docs: comments, missing and superfluous and full-width commas, keys without
/// quotes. What goes beyond that is an error, because a guess at an example would be worse than none.
/// </summary>
internal static partial class LenientJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Every value in a text that may hold several, told apart by nothing or by words such as OR.</summary>
    /// <exception cref="FormatException">It is not JSON even with all allowances; the message says where.</exception>
    public static IReadOnlyList<JsonElement> ReadAll(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(Repair(text), Strict);
            return [.. document.RootElement.Clone().EnumerateArray()];
        }
        catch (JsonException error)
        {
            throw new FormatException($"it is no JSON (line {error.LineNumber + 1} of the example)", error);
        }
    }

    /// <summary>The values as the items of one array in strict JSON, each on its line.</summary>
    private static string Repair(string text)
    {
        var json = new StringBuilder("[");
        var depth = 0;
        var ends = false;
        foreach (var token in Token().EnumerateMatches(text))
        {
            var value = text.AsSpan(token.Index, token.Length);
            if (IsBlank(value))
            {
                json.Append('\n', value.Count('\n'));
                continue;
            }

            var isClose = value is ['}' or ']'];
            var isOpen = value is ['{' or '['];
            var isColon = value is [':' or '：'];
            var isComma = value is [',' or '，'];
            var isString = value is ['"' or '“' or '”', _, ..];
            if (depth == 0 && (isClose || isComma || isString))
            {
                throw new FormatException($"{value} stands outside of any object or array");
            }

            // Words between two examples, and commas of any number and width, mean nothing.
            if (isComma || (depth == 0 && !isOpen))
            {
                continue;
            }

            depth += isOpen ? 1 : isClose ? -1 : 0;
            json.Append(ends && !isClose && !isColon ? "," : "");
            if (isString || (IsWord(value) && IsKey(text.AsSpan(token.Index + token.Length))))
            {
                Quote(json, isString ? value[1..^1] : value);
            }
            else
            {
                json.Append(isColon ? ":" : value);
            }

            ends = !isColon && !isOpen;
        }

        return json.Append(']').ToString();
    }

    private static void Quote(StringBuilder json, ReadOnlySpan<char> text) =>
        json.Append('"').Append(text).Replace("\t", "\\t", json.Length - text.Length, text.Length).Append('"');

    // Told by the first character and not by the group of the expression, which would cost an object for each token.
    private static bool IsBlank(ReadOnlySpan<char> token) =>
        char.IsWhiteSpace(token[0]) || token is ['#', ..] or ['/' or '<', _, ..];

    private static bool IsWord(ReadOnlySpan<char> token) =>
        char.IsLetterOrDigit(token[0]) || token[0] is '_' or '$' or '.' or '+' or '-';

    private static bool IsKey(ReadOnlySpan<char> rest) => rest.TrimStart() is [':' or '：', ..];

    [GeneratedRegex(
        @"(\s+|(//|\#)((?!<br)[^\n])*|/\*[\s\S]*?\*/|<br\s*/?>)|([,，])"
        + @"|(""(\\.|[^""\\\n])*""|[“”][^”\n]*”)|[{}\[\]:：]|([\w$.+-]+)|(.)",
        RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Token();
}
