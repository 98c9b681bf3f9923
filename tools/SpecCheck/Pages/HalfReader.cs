using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fapi.SpecCheck.Pages;

/// <summary>Reads the facts of one language of a page.</summary>
internal static class HalfReader
{
    public static PageFacts Read(PageContent content, PageDocument document, PageHalf half)
    {
        var problems = new List<string>();
        PageFacts page = new()
        {
            Source = content.Source,
            Address = OwnAddress.Of(content, document, half),
            Language = half.Language,
            Title = PageTitle.Of(half),
            Problems = problems,
        };
        if ((document.Problem ?? Recognition.Refuse(content, document, half)) is { } refusal)
        {
            problems.Add(refusal);
            return OnlyMentioning(page, half, problems);
        }

        page = page with { Codes = PageTextSearch.Codes(half) };
        (PageHalf part, string? missing) = PagePart.At(content.AskedFor, document, half);
        var sections = new PageSections(part.Blocks);
        Operation? operation = missing is null ? OperationReader.Read(part, sections, problems) : null;
        if (operation is null)
        {
            if (missing is not null)
                problems.Add(missing);
            return OnlyMentioning(page, half, problems);
        }

        return ReadFacts(page with { Title = PageTitle.Of(part) }, part, operation, sections, problems);
    }

    private static PageFacts ReadFacts(PageFacts page, PageHalf part, Operation operation, PageSections sections, List<string> problems)
    {
        IReadOnlyList<ParameterFact>? parameters = ParameterReader.Read(sections, problems);
        if (parameters is null)
            return page with { Mentioned = [operation.ToString()] };
        IReadOnlyList<JsonNode> examples = ExampleReader.Read(sections, problems);
        return page with
        {
            Recognised = true,
            Method = operation.Method,
            Path = operation.Path,
            SecurityType = PageTitle.SecurityOf(part, problems),
            Weight = WeightReader.Read(sections, problems),
            Parameters = parameters,
            ResponseExamples = [.. JsonElement.Parse(new JsonArray([.. examples]).ToJsonString()).EnumerateArray()],
            ResponseFields = ResponseFields.Of(examples),
        };
    }

    private static PageFacts OnlyMentioning(PageFacts page, PageHalf half, List<string> problems)
    {
        string[] mentioned = [.. PageTextSearch.Operations(half).Select(operation => operation.ToString())];
        if (mentioned.Length > 0 && !new PageSections(half.Blocks).Has(SectionKind.Parameters))
            problems.Add($"It mentions {mentioned.Length} operation(s) without describing them: they count as seen, not as checked.");
        return page with { Mentioned = mentioned };
    }
}
