namespace Fapi.Contract;

// What a finding may show of a value: short, one line, nothing that a terminal or a log would act on.
internal static class Excerpt
{
    public const string Masked = "(masked)";
    private const int MaxLength = 80;

    public static string Quote(string value) => $"'{Shorten(value)}'";

    public static string Shorten(string value, int maxLength = MaxLength)
    {
        var text = new StringBuilder(Math.Min(value.Length, maxLength) + 1);
        foreach (var c in value.AsSpan(0, Math.Min(value.Length, maxLength)))
        {
            if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                text.Append(c);
            }
        }

        return value.Length > maxLength ? $"{text}… ({value.Length} characters)" : text.ToString();
    }
}
