namespace Fapi.Leverage.Tool.Shell;

/// <summary>
/// Shows characters that steer a terminal or turn the direction of text as <c>\u001B</c>, which JSON reads as the same
/// text. All that the command prints goes through here.
/// </summary>
internal sealed class PrintableWriter(TextWriter inner) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Escapes a text that is to stay on one line: line breaks too.</summary>
    internal static string Escape(string text) => Escape(text, keepsLines: false);

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) =>
        inner.Write(Escape((value ?? "").Replace("\r\n", "\n", StringComparison.Ordinal), keepsLines: true));

    public override void Flush() => inner.Flush();

    private static string Escape(string text, bool keepsLines) => string.Concat(text.EnumerateRunes().Select(rune =>
        IsPrintable(rune) || (keepsLines && rune.Value == '\n')
            ? rune.ToString()
            : string.Concat(rune.ToString().Select(unit => $"\\u{(int)unit:X4}"))));

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
