namespace Fapi.Sdk.Errors;

/// <summary>A text after some rounds of unescaping, each character with its place in the text that it came
/// from.</summary>
internal sealed class EscapedText
{
    private const int Decimal = 10;
    private const int Hex = 16;

    // One for each character, and one for the end; null for the text as it came.
    private readonly int[]? _origins;

    internal EscapedText(string text)
        : this(text, null)
    {
    }

    private EscapedText(string text, int[]? origins) => (Text, _origins) = (text, origins);

    internal string Text { get; }

    /// <returns>Place in the original text; of the end, too.</returns>
    internal int Origin(int at) => _origins?[at] ?? at;

    /// <summary>Unescapes once what JSON, addresses and HTML escape.</summary>
    /// <returns>Null when nothing is escaped.</returns>
    internal EscapedText? Unescape()
    {
        if (Text.IndexOfAny(['\\', '%', '&']) < 0)
        {
            return null;
        }

        var unescaped = new StringBuilder(Text.Length);
        var origins = new int[Text.Length + 1];
        for (var at = 0; at < Text.Length;)
        {
            origins[unescaped.Length] = Origin(at);
            (var c, at) = Read(at);
            unescaped.Append(c);
        }

        origins[unescaped.Length] = Origin(Text.Length);
        return unescaped.Length < Text.Length ? new(unescaped.ToString(), origins) : null;
    }

    /// <returns>The character at a place, and where the next one begins.</returns>
    private (char Character, int Next) Read(int at) => Text[at] switch
    {
        '\\' when Has(at + 1, "u") && Number(at + 2, 4, Hex) is { } code => (code, at + 6),
        '\\' when at + 1 < Text.Length && Text[at + 1] is '\\' or '/' or '"' => (Text[at + 1], at + 2),
        '%' when Number(at + 1, 2, Hex) is { } code => (code, at + 3),
        '&' when Has(at + 1, "amp;") => ('&', at + 5),
        '&' when Has(at + 1, "#x") => ReadNumber(at, at + 3, Hex),
        '&' when Has(at + 1, "#") => ReadNumber(at, at + 2, Decimal),
        var c => (c, at + 1),
    };

    private (char Character, int Next) ReadNumber(int at, int start, int radix)
    {
        var end = start;
        while (end < Text.Length && Digit(Text[end]) < radix)
        {
            end++;
        }

        return Number(start, end - start, radix) is { } code ? (code, Has(end, ";") ? end + 1 : end)
            : (Text[at], at + 1);
    }

    private bool Has(int at, string part) =>
        string.Compare(Text, at, part, 0, part.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private char? Number(int at, int length, int radix)
    {
        if (length == 0 || at + length > Text.Length)
        {
            return null;
        }

        var code = 0;
        for (var i = at; i < at + length; i++)
        {
            var digit = Digit(Text[i]);
            code = (code * radix) + digit;
            if (digit >= radix || code > char.MaxValue)
            {
                return null;
            }
        }

        return (char)code;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => Hex,
    };
}
