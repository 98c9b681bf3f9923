namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>Reads allowed values: a list that is announced, or a clause that is nothing else.</summary>
internal static partial class EnumReader
{
    private static readonly Dictionary<string, Regex> Patterns =
        Vocabulary.Patterns("values").ToDictionary(one => one.Name, one => one.Pattern);

    public static IReadOnlyList<string>? Read(string? type, string text, ValueReport report)
    {
        if (type is not null && (DescriptionText.IsList(type) || type.Contains("DECIMAL", StringComparison.Ordinal)))
        {
            return null;
        }

        var known = report.Problems.Count;
        var isNumeric = DescriptionText.IsNumeric(type);
        IReadOnlyList<string>? found = ListOf(text.Split(';', '\n'), type, isNumeric, ended: true);
        foreach (var clause in Clauses(text))
        {
            if (found is not null)
            {
                break;
            }

            found = ReadClause(clause, type, isNumeric, report);
        }

        if (found is null && report.Problems.Count == known && type == "ENUM" && Patterns["marked"].Count(text) > 1)
        {
            report.Unread("allowed values", text);
        }

        return found;
    }

    /// <summary>Clauses end in a semicolon, a line break, or a full stop that is not a decimal point.</summary>
    private static string[] Clauses(string text) => Patterns["end"].Replace(text, ";").Split(';', '\n');

    private static IReadOnlyList<string>? ReadClause(string clause, string? type, bool isNumeric, ValueReport report)
    {
        if (Patterns["announcement"].Match(clause) is not { Success: true } match)
        {
            return ListOf(Pieces(clause), type, isNumeric, ended: false);
        }

        var list = clause[(match.Index + match.Length)..].Trim();
        var inBrackets = list is ['[', .., ']'];
        var pieces = Pieces(inBrackets ? list[1..^1] : list);
        // Two numbers may as well be the ends of a range.
        var isRange = pieces.Length == 2 && inBrackets && pieces.All(p => DescriptionText.TryNumber(p.Trim(), out _));
        IReadOnlyList<string>? values = isRange ? null : ListOf(pieces, type, isNumeric, ended: false, announced: true);
        if (values is null)
        {
            report.Unread("allowed values", clause);
        }

        return values;
    }

    private static List<string>? ListOf(string[] pieces, string? type, bool isNumeric, bool ended,
        bool announced = false)
    {
        var values = new List<string>();
        pieces = [.. pieces.Where(p => p.Trim(' ', ':', '.').Length > 0)];
        // `A` for this, `B` for that: a list only if it goes on like that.
        var purposes = pieces.Count(Patterns["purpose"].IsMatch);
        if (purposes > 0 && purposes < pieces.Length)
        {
            return null;
        }

        foreach (var piece in pieces)
        {
            var text = piece.Trim();
            if (Item(text, isFirst: values.Count == 0, type, isNumeric, announced) is { } value)
            {
                values.Add(value);
            }
            else if (values.Count == 0 || ended || !IsChinese(text[0]))
            {
                return null;
            }
        }

        var isOnlyValue = values.Count == 1 && type == "ENUM" && pieces.Length == 1
            && pieces[0].Trim(' ', '.', '`', '"') == values[0] && !values[0].All(char.IsAsciiLetterLower);
        var enough = values.Count > 1 || isOnlyValue;
        return enough ? [.. values.Distinct()] : null;
    }

    /// <summary>One value with what explains it; only the first may have words before it.</summary>
    private static string? Item(string piece, bool isFirst, string? type, bool isNumeric, bool mayBeBare)
    {
        var match = (isNumeric ? Patterns["numbered"] : Patterns["named"]).Match(piece);
        if (!match.Success || (!isFirst && match.Groups["lead"].Length > 0))
        {
            return null;
        }

        var value = match.Groups["value"].Value;
        var gloss = match.Groups["gloss"].Value.Trim(' ', '.');
        var isMarked = value[0] is '`' or '"' or '\'';
        var isPlain = isMarked || mayBeBare || type == "ENUM" || value is "true" or "false"
            || value.All(c => !char.IsAsciiLetterLower(c));
        var isExplained = gloss.Length == 0 || gloss[0] is '(' or ':'
            || (isMarked && gloss.StartsWith("for ", StringComparison.Ordinal))
            || (!isNumeric
                && (match.Groups["gloss"].Value.StartsWith(" - ", StringComparison.Ordinal)
                || gloss.Any(IsChinese)));
        return isPlain && isExplained ? value.Trim('`', '"', '\'', ' ') : null;
    }

    /// <summary>Splits at commas, slashes and "or", but not inside brackets and quotes.</summary>
    private static string[] Pieces(string clause) =>
        [.. Piece().Matches(Patterns["or"].Replace(clause, ",")).Select(match => match.Value)];

    private static bool IsChinese(char c) => c is >= '\u4E00' and <= '\u9FFF';

    [GeneratedRegex(
        """(?>`[^`]*`|"[^"]*"|\((?>[^()]|\([^()]*\))*\)|\[[^\[\]]*\]|[^,/|])+""",
        RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Piece();
}
