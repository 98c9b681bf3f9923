namespace Fapi.Sdk.Errors;

/// <summary>Reads single characters of a text as JSON, addresses and HTML may escape them, once or several times over.</summary>
internal static class EscapedText
{
    private const int Decimal = 10;
    private const int Hex = 16;

    /// <summary>True for letters and digits, which nobody has to escape.</summary>
    internal static bool IsKept(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    /// <returns>The character at a place, and where the next one begins.</returns>
    internal static (char Character, int Next) Read(string text, int at) => text[at] switch
    {
        '\\' => ReadJson(text, at),
        '%' => ReadPercent(text, at),
        '&' => ReadHtml(text, at),
        var c => (c, at + 1),
    };

    /// <returns>The place behind any padding of base64.</returns>
    internal static int SkipPadding(string text, int at)
    {
        while (at < text.Length && Read(text, at) is ('=', var next))
        {
            at = next;
        }

        return at;
    }

    private static (char Character, int Next) ReadJson(string text, int at)
    {
        var escape = at;
        while (escape < text.Length && text[escape] == '\\')
        {
            escape++;
        }

        return escape < text.Length && text[escape] == 'u' && Number(text, escape + 1, 4, Hex) is { } code
            ? (code, escape + 5)
            : ('\\', at + 1);
    }

    private static (char Character, int Next) ReadPercent(string text, int at)
    {
        var digits = at + 1;
        while (Has(text, digits, "25") && Number(text, digits + 2, 2, Hex) is not null)
        {
            digits += 2;
        }

        return Number(text, digits, 2, Hex) is { } code ? (code, digits + 2) : ('%', at + 1);
    }

    private static (char Character, int Next) ReadHtml(string text, int at)
    {
        var number = at + 1;
        while (Has(text, number, "amp;"))
        {
            number += "amp;".Length;
        }

        if (!Has(text, number, "#"))
        {
            return ('&', at + 1);
        }

        var radix = Has(text, number + 1, "x") ? Hex : Decimal;
        var start = number + (radix == Hex ? 2 : 1);
        var end = start;
        while (end < text.Length && Digit(text[end]) < radix)
        {
            end++;
        }

        return Number(text, start, end - start, radix) is { } code ? (code, Has(text, end, ";") ? end + 1 : end) : ('&', at + 1);
    }

    private static bool Has(string text, int at, string part) =>
        string.Compare(text, at, part, 0, part.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static char? Number(string text, int at, int length, int radix)
    {
        if (length == 0 || at + length > text.Length)
        {
            return null;
        }

        var code = 0;
        for (var i = at; i < at + length; i++)
        {
            var digit = Digit(text[i]);
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
