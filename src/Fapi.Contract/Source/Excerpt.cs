namespace Fapi.Contract;

// What a finding may show of a value: short, one line, nothing that a terminal or a log would act on.
internal static class Excerpt
{
    public const string Masked = "(masked)";

    public static string Quote(string value) => $"'{Shorten(value)}'";

    public static string Shorten(string value, int maxLength = 80)
    {
        var text = string.Concat(value.Take(maxLength).Select(Printable));
        return value.Length > maxLength ? $"{text}… ({value.Length} characters)" : text;
    }

    private static string Printable(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? $"\\u{(int)c:x4}" : $"{c}";
}
