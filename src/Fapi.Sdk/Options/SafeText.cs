namespace Fapi.Sdk.Options;

/// <summary>Tells texts that may be shown from those that may be a key in the wrong place.</summary>
internal static class SafeText
{
    private const int LongestPath = 260;
    private const int LongestWord = 23;
    private const int LongestMixedWord = 11;

    // Of a drive, a scheme and a port; bytes in hex have more.
    private const int MostColons = 3;

    /// <summary>True for a path or an address: it has a root or an extension, and no part that looks like random
    /// characters.</summary>
    internal static bool IsPath(string text) =>
        text.Length is > 0 and <= LongestPath
        && (text.Contains('.') || text[0] is '/' or '\\' or '~' || text.Contains(':'))
        && text.Count(c => c == ':') <= MostColons
        && !text.Any(c => c is '"' or '\'' or '+' or '=' || char.IsControl(c))
        && text.Split('/', '\\', '.', ':', ' ', '@').All(IsWord);

    private static bool IsWord(string part) =>
        part.Length <= LongestMixedWord
        || (part.Length <= LongestWord
            && !(part.Any(char.IsUpper) && part.Any(char.IsLower) && part.Any(char.IsDigit)));
}
