using System.Text.RegularExpressions;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Messages;

// A text as the JSON value that its schema speaks of. What cannot be read stays a text, which the schema then refuses.
internal static partial class ScalarReader
{
    public static JValue Read(string text, ScalarTypes types)
    {
        var isInteger = text.AsSpan().IndexOfAny(".eE") < 0;
        var wanted = isInteger ? ScalarTypes.Integer | ScalarTypes.Number : ScalarTypes.Number;
        if ((types & wanted) != 0 && JsonNumber().IsMatch(text))
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
        var culture = CultureInfo.InvariantCulture;
        return isInteger && long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var integer)
            ? new JValue(integer)
            : isInteger && ulong.TryParse(text, NumberStyles.None, culture, out var large) ? new JValue(large)
            : decimal.TryParse(text, NumberStyles.Float, culture, out var number) ? new JValue(number)
            : new JValue(double.Parse(text, NumberStyles.Float, culture));
    }

    // RFC 8259, section 6: no leading zero or plus, no white space, digits on both sides of the point.
    [GeneratedRegex(@"\A-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z")]
    private static partial Regex JsonNumber();
}
