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
    /// <exception cref="FormatException">The text is not JSON even with all allowances; the message says
    /// where.</exception>
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
        foreach (Match token in Token().Matches(text))
        {
            var value = token.Value;
            if (token.Groups["blank"].Success)
            {
                json.Append('\n', value.Count(c => c == '\n'));
                continue;
            }

            var isClose = value is "}" or "]";
            var isWord = token.Groups["word"].Success;
            var isColon = value is ":" or "：";
            var isComma = token.Groups["comma"].Success;
            if (depth == 0 && (isClose || isComma || token.Groups["string"].Success))
            {
                throw new FormatException($"{value} stands outside of any object or array");
            }

            // Words between two examples, and commas of any number and width, mean nothing.
            if (isComma || (depth == 0 && value is not ("{" or "[")))
            {
                continue;
            }

            depth += value is "{" or "[" ? 1 : isClose ? -1 : 0;
            json.Append(ends && !isClose && !isColon ? "," : "");
            json.Append(isColon ? ":" : token.Groups["string"].Success ? Quote(value)
                : isWord && IsKey(text, token) ? $"\"{value}\"" : value);
            ends = !isColon && value is not ("{" or "[");
        }

        return json.Append(']').ToString();
    }

    private static string Quote(string text) =>
        $"\"{text[1..^1].Replace("\t", "\\t", StringComparison.Ordinal)}\"";

    private static bool IsKey(string text, Match word) =>
        text.AsSpan(word.Index + word.Length).TrimStart() is [':' or '：', ..];

    [GeneratedRegex(
        @"(?<blank>\s+|(//|\#)((?!<br)[^\n])*|/\*[\s\S]*?\*/|<br\s*/?>)|(?<comma>[,，])"
        + @"|(?<string>""(\\.|[^""\\\n])*""|[“”][^”\n]*”)|[{}\[\]:：]|(?<word>[\w$.+-]+)|(?<other>.)",
        RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Token();
}
