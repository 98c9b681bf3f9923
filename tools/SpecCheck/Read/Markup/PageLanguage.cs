namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Tells the two languages of the docs apart.</summary>
internal static class PageLanguage
{
    /// <summary>The page's own declaration, else where its headings link, else the letters it is written in.</summary>
    public static string? Detect(string? declared, IReadOnlyList<Block> blocks)
    {
        if (declared is not null)
        {
            return declared.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Languages.Chinese
                : declared.Split('-')[0];
        }

        if (blocks.OfType<Heading>()
            .Any(h => h.SelfLink?.Contains("/zh-CN/", StringComparison.OrdinalIgnoreCase) == true))
        {
            return Languages.Chinese;
        }

        return OfText(blocks);
    }

    private static string? OfText(IReadOnlyList<Block> blocks)
    {
        var chinese = 0;
        var latin = 0;
        foreach (var block in blocks)
        {
            // Types, names and paths are Latin in both languages, so one Chinese letter outweighs many.
            var text = block is Heading heading ? heading.Text : block is Paragraph paragraph ? paragraph.Text : "";
            chinese += text.Count(c => c is >= '\u4E00' and <= '\u9FFF');
            latin += text.Count(char.IsAsciiLetter);
        }

        return chinese + latin == 0 ? null : chinese * 10 >= latin ? Languages.Chinese : Languages.English;
    }
}
