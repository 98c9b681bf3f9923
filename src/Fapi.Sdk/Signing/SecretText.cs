namespace Fapi.Sdk.Signing;

/// <summary>Finds what was copied along with a key or secret of one line.</summary>
internal static class SecretText
{
    private const string Quotes = "\"'`“”‘’«»";

    private static readonly char[] LineBreaks = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    /// <param name="text">An API key or secret; not empty.</param>
    /// <returns>What is wrong with it, for a sentence that begins with its name; null when nothing is. Quotes nothing
    /// of it.</returns>
    internal static string? Fault(string text) =>
        KeyText.Recognize(text) is { } key ? $"holds {key}, and has to be one line of text"
        : text.Contains('\uFEFF') ? "holds a byte order mark; save its file as UTF-8 without one"
        : text.IndexOfAny(LineBreaks) >= 0 ? "holds a line break; take it away, it was copied along"
        : text[text.Length - 1] is 'n' or 'r' && text.Length > 1 && text[text.Length - 2] == '\\'
            ? "ends with a line break written as \\n; take it away"
        : text.Any(char.IsWhiteSpace) ? "holds a blank; take it away, it was copied along"
        : text.Any(IsInvisible) ? $"holds the invisible character {Name(text.First(IsInvisible))}; take it away"
        : IsQuote(text[0]) || IsQuote(text[text.Length - 1]) ? "has quotes around it; take them away"
        : null;

    /// <param name="text">An API key, which a header has to carry; not empty.</param>
    /// <inheritdoc cref="Fault"/>
    internal static string? HeaderFault(string text) =>
        Fault(text)
        ?? (text.Any(IsQuote) ? "holds a quote; take it away"
            : text.Any(c => c > '~') ? "holds a character that a header cannot carry"
            : null);

    internal static bool IsQuote(char c) => Quotes.Contains(c);

    private static string Name(char c) => string.Format(CultureInfo.InvariantCulture, "U+{0:X4}", (int)c);

    private static bool IsInvisible(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
