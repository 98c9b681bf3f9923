namespace Fapi.SpecCheck.Facts;

internal static class Sentence
{
    /// <summary>First line of a library's message, without its full stop.</summary>
    public static string FirstLine(string message) =>
        message.ReplaceLineEndings("\n").Split('\n', 2)[0].TrimEnd('.', ' ');
}
