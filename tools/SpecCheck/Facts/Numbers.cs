namespace Fapi.SpecCheck.Facts;

internal static partial class Numbers
{
    /// <summary>Shortest writing of a number: <c>1</c> for 1.00.</summary>
    public static string? Text(decimal? number) =>
        number?.ToString("0.############################", CultureInfo.InvariantCulture);

    public static IEnumerable<string> In(string text) => Digits().Matches(text).Select(match => match.Value);

    /// <summary>True where two values are the same number, or the same text.</summary>
    public static bool Same(string? one, string? other) =>
        one == other || (Parse(one) is { } number && number == Parse(other));

    public static decimal? Parse(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
