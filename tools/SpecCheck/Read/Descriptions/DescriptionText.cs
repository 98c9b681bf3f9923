namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>Brings the punctuation of both languages into one form, and tells types and numbers.</summary>
internal static class DescriptionText
{
    private const string FullWidth = "：，；（）【】“”„‘’～、－！＝＜＞％。";
    private const string HalfWidth = ":,;()[]\"\"\"''~,-!=<>%;";
    private static readonly string[] Numeric = ["INT", "LONG", "SHORT", "DECIMAL", "DOUBLE", "FLOAT", "NUMBER"];
    private static readonly string[] Lists = ["LIST", "ARRAY", "[]"];

    public static string Normalise(string text) => string.Concat(text.Select(c =>
        FullWidth.IndexOf(c, StringComparison.Ordinal) is >= 0 and var index ? HalfWidth[index]
            : c is >= '０' and <= '９' ? (char)(c - '０' + '0')
            : c));

    public static bool TryNumber(ReadOnlySpan<char> text, out decimal number) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
        CultureInfo.InvariantCulture, out number);

    public static bool IsNumeric(string? type) =>
        type is not null && !IsList(type) && Array.Exists(Numeric, one => type.Contains(one, StringComparison.Ordinal));

    public static bool IsList(string type) => Array.Exists(Lists, one => type.Contains(one, StringComparison.Ordinal));
}
