namespace Fapi.SpecCheck.Read;

/// <summary>Finds lines beside the tables that bind a parameter, or name an error code.</summary>
internal static partial class Notes
{
    /// <returns>Each line under the parameter that it names beside a number, or under the code.</returns>
    public static IReadOnlyList<(FactKey Fact, string Text)> In(
        IEnumerable<string> texts, IReadOnlyList<ParameterFact> parameters) =>
    [
        .. from line in texts.SelectMany(text => text.Split('\n', StringSplitOptions.TrimEntries)).Distinct()
           where Number().IsMatch(line)
           let words = Word().Matches(line).Select(match => match.Value).ToHashSet()
           from fact in parameters.Where(one => words.Contains(one.Name))
               .Select(one => FactKey.Parameter(one.Name, FactKey.Note))
               .Concat(CodesIn(line).Select(code => FactKey.Code(code) with { Aspect = FactKey.Note }))
           select (fact, line),
    ];

    /// <summary>Error codes of the exchange, such as -1008.</summary>
    public static IEnumerable<int> CodesIn(string text) => Code().Matches(text)
        .Select(match => -int.Parse(match.Groups["code"].ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex("(?<![A-Za-z0-9_])[0-9０-９]", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\w.\-])[-−–](?<code>[1-9]\d{3,4})\b", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Code();
}
