using System.Globalization;
using Fapi.Contract.Plans;
using Newtonsoft.Json.Linq;

namespace Fapi.Contract.Messages;

// A text as the JSON value that its schema speaks of. What cannot be read stays a text, which the schema then refuses.
internal static class ScalarReader
{
    public static JValue Read(string text, ScalarTypes types)
    {
        var isNumber = (types & (ScalarTypes.Integer | ScalarTypes.Number)) != 0;
        if (isNumber && IsJsonNumber(text, out var isInteger) && (isInteger || types.HasFlag(ScalarTypes.Number)))
        {
            return Number(text, isInteger);
        }

        return types.HasFlag(ScalarTypes.Boolean) && text is "true" or "false"
            ? new JValue(text == "true")
            : new JValue(text);
    }

    // A whole number beyond 64 bits, and a fraction beyond decimal, lose digits; bounds still hold.
    public static JValue Number(string text, bool isInteger)
    {
        if (isInteger
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return new JValue(integer);
        }

        if (isInteger && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var large))
        {
            return new JValue(large);
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new JValue(number)
            : new JValue(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    // RFC 8259, section 6: no leading zero or plus, no white space, digits on both sides of the point.
    private static bool IsJsonNumber(string text, out bool isInteger)
    {
        var rest = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        isInteger = true;
        var digits = Digits(rest);
        if (digits == 0 || (digits > 1 && rest[0] == '0'))
        {
            return false;
        }

        rest = rest[digits..];
        if (rest is ['.', ..])
        {
            isInteger = false;
            digits = Digits(rest[1..]);
            if (digits == 0)
            {
                return false;
            }

            rest = rest[(digits + 1)..];
        }

        if (rest is ['e' or 'E', ..])
        {
            isInteger = false;
            rest = rest[1..];
            rest = rest is ['+' or '-', ..] ? rest[1..] : rest;
            return rest.Length > 0 && Digits(rest) == rest.Length;
        }

        return rest.IsEmpty;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
