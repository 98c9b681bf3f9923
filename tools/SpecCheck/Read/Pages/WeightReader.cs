namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Reads the request weight: a number, a table by limit, or a sentence.</summary>
internal static partial class WeightReader
{
    public static WeightFact? Read(PageSections sections, List<string> problems)
    {
        if (!sections.Has(SectionKind.Weight))
        {
            return null;
        }

        string[] texts = [.. sections.In(SectionKind.Weight).Select(block => block.Text.Trim().Replace('\n', ' '))
            .Where(text => text.Length > 0)];
        if (texts.Length == 0)
        {
            problems.Add("The page has a heading for the request weight and nothing below it.");
            return null;
        }

        // A quota such as 360/hour stands beside the weight, not for it.
        string[] weights = [.. texts.Where(t => !Quota().IsMatch(t) && t.Any(char.IsAsciiDigit))];
        return new WeightFact(
            string.Join(" ", texts),
            weights is [var one] ? Numbers.Whole(Number().Match(one).Groups["value"].Value) : null);
    }

    [GeneratedRegex(
        @"^(weight|权重)?[\s:：`]*(?<value>\d{1,6})[\s`]*([(（]\s*(IP|UID)[^()（）]*[)）])?[\s.。;；]*$",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d+\s*/\s*\w+([\s,，;；]*\d+\s*/\s*\w+)*$", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Quota();
}
