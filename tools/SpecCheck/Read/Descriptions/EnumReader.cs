namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>Reads allowed values: a list that is announced, or a clause that is nothing else.</summary>
internal sealed partial class EnumReader(string? type, ValueReport report)
{
    private static readonly Dictionary<string, Regex> Patterns =
        Vocabulary.Patterns("values").ToDictionary(one => one.Name, one => one.Pattern);

    private readonly bool _isNumeric = DescriptionText.IsNumeric(type);

    public IReadOnlyList<string>? Read(string text)
    {
        if (type is not null && (DescriptionText.IsList(type) || type.Contains("DECIMAL", StringComparison.Ordinal)))
        {
            return null;
        }

        var known = report.Problems.Count;
        // Clauses end in a semicolon, a line break, or a full stop that is not a decimal point.
        var found = ListOf(text.Split(';', '\n'), ended: true) ?? Patterns["end"].Replace(text, ";").Split(';', '\n')
            .Select(ReadClause).FirstOrDefault(values => values is not null);
        var isUnread = found is null && report.Problems.Count == known && type == "ENUM";
        report.UnreadIf(isUnread && Patterns["marked"].Count(text) > 1, "allowed values", text);
        return found;
    }

    private IReadOnlyList<string>? ReadClause(string clause)
    {
        if (Patterns["announcement"].Match(clause) is not { Success: true } match)
        {
            return ListOf(Pieces(clause));
        }

        var list = clause[(match.Index + match.Length)..].Trim();
        var inBrackets = list is ['[', .., ']'];
        var pieces = Pieces(inBrackets ? list[1..^1] : list);
        // Two numbers may as well be the ends of a range.
        var isRange = pieces.Length == 2 && inBrackets && pieces.All(p => DescriptionText.TryNumber(p.Trim(), out _));
        var values = isRange ? null : ListOf(pieces, announced: true);
        report.UnreadIf(values is null, "allowed values", clause);
        return values;
    }

    private IReadOnlyList<string>? ListOf(string[] all, bool ended = false, bool announced = false)
    {
        var values = new List<string>();
        string[] pieces = [.. all.Where(p => p.Trim(' ', ':', '.').Length > 0)];
        // `A` for this, `B` for that: a list only if it goes on like that.
        var purposes = pieces.Count(Patterns["purpose"].IsMatch);
        if (purposes > 0 && purposes < pieces.Length)
        {
            return null;
        }

        foreach (var piece in pieces.Select(piece => piece.Trim()))
        {
            if (Item(piece, isFirst: values.Count == 0, announced) is { } value)
            {
                values.Add(value);
            }
            else if (values.Count == 0 || ended || !IsChinese(piece[0]))
            {
                return null;
            }
        }

        var isOnlyValue = values.Count == 1 && type == "ENUM" && pieces.Length == 1
            && pieces[0].Trim(' ', '.', '`', '"') == values[0] && !values[0].All(char.IsAsciiLetterLower);
        return values.Count > 1 || isOnlyValue ? [.. values.Distinct()] : null;
    }

    /// <summary>One value with what explains it; only the first may have words before it.</summary>
    private string? Item(string piece, bool isFirst, bool mayBeBare)
    {
        var match = (_isNumeric ? Patterns["numbered"] : Patterns["named"]).Match(piece);
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
            || (!_isNumeric && (match.Groups["gloss"].Value.StartsWith(" - ", StringComparison.Ordinal)
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
