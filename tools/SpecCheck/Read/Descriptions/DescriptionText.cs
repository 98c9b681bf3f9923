namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>Brings the punctuation of both languages into one form, and reads numbers.</summary>
internal static class DescriptionText
{
    /// <summary>A number, with thousands separators where it has them.</summary>
    public const string Number = @"[-+]?\d+(,\d{3})*(\.\d+)?";

    private const string FullWidth = "：，；（）【】“”„‘’～、－！＝＜＞％";
    private const string HalfWidth = ":,;()[]\"\"\"''~,-!=<>%";

    public static string Normalise(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            var index = FullWidth.IndexOf(c, StringComparison.Ordinal);
            span[i] = index >= 0 ? HalfWidth[index] : c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c == '。' ? ';'
                : c;
        }
    });

    public static bool TryNumber(ReadOnlySpan<char> text, out decimal number) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
        CultureInfo.InvariantCulture, out number);

    public static bool IsNumeric(string? type) =>
        type is not null && !IsList(type)
        && (type.Contains("INT", StringComparison.Ordinal) || type.Contains("LONG", StringComparison.Ordinal)
            || type.Contains("SHORT", StringComparison.Ordinal)
            || type.Contains("DECIMAL", StringComparison.Ordinal) || type.Contains("DOUBLE", StringComparison.Ordinal)
            || type.Contains("FLOAT", StringComparison.Ordinal) || type.Contains("NUMBER", StringComparison.Ordinal));

    public static bool IsList(string type) =>
        type.Contains("LIST", StringComparison.Ordinal) || type.Contains("ARRAY", StringComparison.Ordinal)
            || type.Contains("[]", StringComparison.Ordinal);

    public static bool IsChinese(char c) => c is >= '\u4E00' and <= '\u9FFF';
}
