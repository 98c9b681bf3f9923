using System.Text.Json;
using Fapi.SpecCheck.Read.Examples;
using Fapi.SpecCheck.Read.Markup;
using Fapi.SpecCheck.Read.Schemas;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Reads the facts of one language of a page.</summary>
internal static partial class PageFacts
{
    private static readonly Regex Withdrawn = Vocabulary.Pattern("page", "withdrawn");
    private static readonly Regex Weight = Vocabulary.Pattern("page", "weight");
    private static readonly Regex Quota = Vocabulary.Pattern("page", "quota");

    public static SourceFacts Read(PageContent content, Page page)
    {
        var problems = new Problems();
        var facts = new SourceFacts(content.Source)
        {
            Address = Recognition.AddressOf(content, page),
            Language = page.Language,
            Title = TitleReader.Find(page),
            Hash = HashOf(page),
            Problems = problems,
        };
        try
        {
            Recognition.Check(content, page);
            facts = facts with { Codes = [.. page.Texts.SelectMany(Notes.CodesIn).Distinct().OrderDescending()] };
            return ReadOperation(facts, page, problems);
        }
        catch (PageException refusal)
        {
            problems.Add(refusal.Message);
            return facts;
        }
    }

    private static SourceFacts ReadOperation(SourceFacts facts, Page page, Problems problems)
    {
        var sections = new PageSections(page.Blocks);
        var operation = FindOperation(page, sections);
        var parameters = ParameterReader.Read(sections, problems);
        problems.AddIf(page.Blocks.Any(block => block.Kind != BlockKind.Code && Altered().IsMatch(block.Text)),
            "The page strikes out, raises or hides text, so its letters alone can't be trusted.");
        var examples = ReadExamples(sections, problems);
        return facts with
        {
            Recognised = true,
            Method = operation.Method,
            Path = operation.Path,
            Hosts =
            [
                .. page.Texts.SelectMany(Operation.In).Where(one => one.Path == operation.Path && one.Host.Length > 0)
                    .Select(one => one.Host).Distinct(),
            ],
            IsDeprecated = page.Texts.Any(Withdrawn.IsMatch),
            SecurityType = TitleReader.SecurityOf(page, problems),
            Weight = ReadWeight(sections, problems),
            Parameters = parameters,
            Notes = Notes.In(
                sections.Outside(SectionKind.Request, SectionKind.Weight)
                    .Where(block => block.Kind == BlockKind.Paragraph).Select(block => block.Text),
                parameters),
            ResponseExamples = examples,
            ResponseFields = ResponseFields.List(examples),
        };
    }

    /// <summary>The operation in the section of the request, or in a line that is nothing else.</summary>
    private static Operation FindOperation(Page page, PageSections sections)
    {
        var hasRequest = sections.Has(SectionKind.Request);
        List<Operation> described =
        [
            .. (hasRequest
                ? sections.In(SectionKind.Request).SelectMany(block => Operation.In(block.Text))
                : page.Blocks.Where(block => block.Kind is BlockKind.Heading or BlockKind.Paragraph)
                    .Select(block => Operation.AllOf(block.Text)).OfType<Operation>())
                .DistinctBy(one => one.ToString()),
        ];
        return described is [var one] ? one : throw new PageException(
            described.Count > 1 && sections.Has(SectionKind.Parameters)
                ? $"The page describes {described.Count} operations ({string.Join(", ", described.Take(3))}"
                    + $"{(described.Count > 3 ? ", …" : "")}); ask for one by its anchor."
            : described.Count == 0 && hasRequest
                ? "The section of the HTTP request holds no method and path that can be read."
            : "The page describes no operation: it has no HTTP request with parameters.");
    }

    /// <summary>The request weight: a number, a table by limit, or a sentence.</summary>
    private static WeightFact? ReadWeight(PageSections sections, Problems problems)
    {
        string[] texts = [.. sections.In(SectionKind.Weight).Select(block => block.Text.Trim().Replace('\n', ' '))
            .Where(text => text.Length > 0)];
        problems.AddIf(texts.Length == 0 && sections.Has(SectionKind.Weight),
            "The page has a heading for the request weight and nothing below it.");
        string[] weights = [.. texts.Where(text => !Quota.IsMatch(text) && text.Any(char.IsAsciiDigit))];
        return texts.Length == 0 ? null : new WeightFact(
            string.Join(" ", texts),
            weights is [var one] ? Numbers.Whole(Weight.Match(one).Groups["value"].Value) : null);
    }

    private static List<JsonElement> ReadExamples(PageSections sections, Problems problems)
    {
        var examples = new List<JsonElement>();
        var known = problems.Count;
        foreach (var block in sections.In(SectionKind.Response)
            .Where(block => block.Kind == BlockKind.Code && block.Text.Trim().Length > 0))
        {
            try
            {
                examples.AddRange(LenientJson.ReadAll(block.Text));
            }
            catch (FormatException error)
            {
                problems.Add($"A response example can't be read: {error.Message}.");
            }
        }

        problems.AddIf(examples.Count == 0 && problems.Count == known, "The page shows no response example.");
        return examples;
    }

    /// <summary>One value for all text of the page, the same for its HTML and its Markdown.</summary>
    private static string HashOf(Page page)
    {
        var words = string.Join('\n', page.Texts).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        return OperationHash.Compute(Encoding.UTF8.GetBytes(string.Join(' ', words)));
    }

    [GeneratedRegex(
        "~~|</?(del|s|strike|sup|sub)>|" + BlockReader.Mark, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Altered();
}
