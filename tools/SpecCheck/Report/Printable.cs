using System.Diagnostics.CodeAnalysis;

namespace Fapi.SpecCheck.Report;

/// <summary>Makes text safe to show: a page may hold terminal escapes or turn text around.</summary>
internal static class Printable
{
    public const int Longest = 400;

    /// <summary>The text on one line, without control and formatting characters, cut where it is very long.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.AsSpan().EnumerateRunes())
        {
            if (shown.Length >= Longest)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format ? ""
                : Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        return text is null ? null : shown.ToString().Trim();
    }

    public static Failure Clean(Failure failure) =>
        failure with { Subject = Clean(failure.Subject), Reasons = [.. failure.Reasons.Select(one => Clean(one))] };

    /// <summary>The path as seen from the current folder, as build servers expect it.</summary>
    public static string Path(string file)
    {
        var relative = System.IO.Path.GetRelativePath(Environment.CurrentDirectory, file);
        var isBelow = !relative.StartsWith("..", StringComparison.Ordinal);
        return (isBelow ? relative : System.IO.Path.GetFullPath(file)).Replace('\\', '/');
    }
}
