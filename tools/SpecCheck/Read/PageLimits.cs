namespace Fapi.SpecCheck.Read;

/// <summary>
/// The limits within which a page is read, well above the docs' largest page (0.2 MB). They are checked before
/// parsing: the parsers take more than linear time or memory for some text that no person writes.
/// </summary>
internal static partial class PageLimits
{
    /// <summary>Largest page that is read, in bytes.</summary>
    public const int ReadBytes = 1_000_000;

    /// <summary>Largest content that is loaded, and largest schema that is read, in bytes.</summary>
    public const int LoadBytes = 20_000_000;

    /// <summary>Longest that one regular expression may work on one text, in milliseconds.</summary>
    public const int RegexMilliseconds = 500;

    private const int MaxRows = 5_000;
    private const int MaxColumns = 100;
    private const int MaxBrackets = 20_000;
    private const int MaxNesting = 500;
    private const string TooManyRows = "The page holds {0:N0} table rows; at most {1:N0} are read.";

    /// <exception cref="PageException">The text exceeds a limit.</exception>
    public static void CheckMarkdown(string text)
    {
        List<int> columns = [.. text.Split('\n').Select(line => line.AsSpan().Count('|'))];
        Check(columns.Max(), MaxColumns, "A line of the page holds {0:N0} table columns; at most {1} are read.");
        Check(columns.Count(pipes => pipes > 0), MaxRows, TooManyRows);
        Check(text.AsSpan().Count('['), MaxBrackets,
            "The page holds {0:N0} opening brackets; at most {1:N0} are read.");
    }

    /// <exception cref="PageException">The text exceeds a limit.</exception>
    public static void CheckHtml(string text)
    {
        var (rows, nesting, deepest) = (0, 0, 0);
        foreach (var tag in Tag().EnumerateMatches(text))
        {
            var name = text.AsSpan(tag.Index, tag.Length);
            rows += name.Equals("<tr", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            nesting = ClosesItself().IsMatch(name) ? nesting : Math.Max(0, nesting + (name[1] == '/' ? -1 : 1));
            deepest = Math.Max(deepest, nesting);
        }

        Check(rows, MaxRows, TooManyRows);
        Check(deepest, MaxNesting, "The page nests its elements more than {1} deep; it was not read.");
    }

    private static void Check(int found, int limit, string message)
    {
        if (found > limit)
        {
            throw new PageException(string.Format(CultureInfo.CurrentCulture, message, found, limit));
        }
    }

    [GeneratedRegex("</?[a-z][a-z0-9-]*", RegexOptions.IgnoreCase, RegexMilliseconds)]
    private static partial Regex Tag();

    /// <summary>Elements without an end tag, and those whose end tag may be left out.</summary>
    [GeneratedRegex(
        "^</?(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|tbody|thead"
        + "|tfoot|option|path|html|head|body|circle|rect|use|line|polygon|g)$",
        RegexOptions.IgnoreCase, RegexMilliseconds)]
    private static partial Regex ClosesItself();
}
