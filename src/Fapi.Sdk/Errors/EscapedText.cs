using System.Text.RegularExpressions;

namespace Fapi.Sdk.Errors;

/// <summary>A text after some rounds of unescaping; each character knows its place in the text as it came.</summary>
/// <param name="text">The text.</param>
/// <param name="origins">A place for each character, and one for the end; null for the text as it came.</param>
internal sealed class EscapedText(string text, int[]? origins = null)
{
    // As JSON, addresses and HTML escape. Without a group stands &amp;.
    private static readonly Regex Escape = new(
        """
        \\(?<self>[\\/"])|\\u(?<hex>[0-9a-f]{4})|%(?<hex>[0-9a-f]{2})
        |&amp;|&\#x0*(?<hex>[0-9a-f]{1,4});?|&\#0*(?<number>[0-9]{1,5});?
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace);

    internal string Text => text;

    /// <returns>Place in the text as it came; of the end, too.</returns>
    internal int Origin(int at) => origins?[at] ?? at;

    /// <summary>Unescapes once.</summary>
    /// <returns>Null when nothing is escaped.</returns>
    internal EscapedText? Unescape()
    {
        var escape = Escape.Match(text);
        if (!escape.Success)
        {
            return null;
        }

        var unescaped = new StringBuilder(text.Length);
        var places = new int[text.Length + 1];
        for (var at = 0; at < text.Length;)
        {
            places[unescaped.Length] = Origin(at);
            if (escape.Success && escape.Index == at)
            {
                unescaped.Append(Character(escape));
                at += escape.Length;
                escape = escape.NextMatch();
            }
            else
            {
                unescaped.Append(text[at++]);
            }
        }

        places[unescaped.Length] = Origin(text.Length);
        return new(unescaped.ToString(), places);
    }

    private static char Character(Match escape)
    {
        var (self, hex, number) = (escape.Groups["self"], escape.Groups["hex"], escape.Groups["number"]);
        return self.Success ? self.Value[0]
            : hex.Success ? (char)int.Parse(hex.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : number.Success ? (char)int.Parse(number.Value, CultureInfo.InvariantCulture)
            : '&';
    }
}
