using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Reads the request parameters of a page.</summary>
internal static class ParameterReader
{
    private static readonly string[] None = Vocabulary.Words("words")["none"];
    private static readonly string[] Containers = ["LIST", "JSON", "ARRAY", "OBJECT"];
    private static readonly Regex Listed = Vocabulary.Pattern("page", "listed");

    /// <exception cref="PageException">The page does not tell them.</exception>
    public static IReadOnlyList<ParameterFact> Read(PageSections sections, Problems problems)
    {
        List<Block> blocks = [.. sections.In(SectionKind.Parameters)];
        List<Block> tables = [.. blocks.Where(one => ParameterTable.Find(one.Rows) is not null)];
        if (tables.Count == 0)
        {
            var isNone = blocks.Find(one => one.Kind == BlockKind.Paragraph) is { } first && IsNone(first.Text)
                && !blocks.Exists(one => one.Kind == BlockKind.Table) && Elsewhere(sections, []) is null;
            return isNone ? [] : throw new PageException(sections.Has(SectionKind.Parameters)
                ? "The section of the request parameters holds no table that can be read."
                : "There is too little on the page: it has no section of request parameters.");
        }

        var parameters = ParameterTable.Find(tables[0].Rows)!.Read(problems);
        if (parameters.Count == 0)
        {
            throw new PageException("The table of request parameters is empty.");
        }

        var other = Elsewhere(sections, parameters);
        problems.AddIf(other is not null,
            $"Parameters stand under a heading that is not known as one of request parameters: \"{other}\".");
        problems.AddIf(
            blocks.Exists(one => one.Kind == BlockKind.Paragraph && one.Text.Count(c => c is '|' or '｜') > 1),
            "A line of the parameter table stands outside of it.");
        problems.AddRange(tables.Skip(1).Where(one => !IsAboutAParameter(blocks, one, parameters)).Select(_ =>
            "The section of the request parameters holds a second table, and it is not said what it belongs to."));
        return parameters;
    }

    /// <summary>The first words of a table or a list of parameters outside of the table that is read.</summary>
    private static string? Elsewhere(PageSections sections, List<ParameterFact> known)
    {
        var tables = sections.Outside(SectionKind.Parameters, SectionKind.Response)
            .Where(block => ParameterTable.Find(block.Rows) is not null).Select(block => block.Rows[0][0]);
        var lists = sections.Outside(SectionKind.Response).Where(block => block.Kind == BlockKind.Paragraph)
            .SelectMany(block => block.Text.Split('\n')).Select(line => Listed.Match(line))
            .Where(match => match.Success && known.TrueForAll(one => one.Name != match.Groups["name"].Value))
            .Select(match => match.Value.Trim());
        return tables.Concat(lists).FirstOrDefault();
    }

    private static bool IsNone(string text) => None.Contains(text.Trim('`', '.', '。', ' ', '-').ToLowerInvariant());

    /// <summary>True where the text before a table says that it lists the fields of a parameter.</summary>
    private static bool IsAboutAParameter(List<Block> blocks, Block table, List<ParameterFact> parameters)
    {
        var introduction = string.Join('\n', blocks[..blocks.IndexOf(table)].AsEnumerable().Reverse()
            .TakeWhile(one => one.Kind != BlockKind.Table).Select(one => one.Text));
        return parameters.Exists(one => one.Type is { } type
            && Array.Exists(Containers, word => type.Contains(word, StringComparison.Ordinal))
            && introduction.Contains(one.Name, StringComparison.Ordinal));
    }
}
