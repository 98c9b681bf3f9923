using System.Text.Json;
using System.Text.Json.Nodes;
using Fapi.SpecCheck.Read.Examples;
using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Reads the facts of one language of a page.</summary>
internal static class HalfReader
{
    public static SourceFacts Read(PageContent content, PageDocument document, PageHalf half)
    {
        var problems = new List<string>();
        SourceFacts page = new()
        {
            Source = content.Source,
            Address = OwnAddress.Find(content, document, half),
            Language = half.Language,
            Title = PageTitle.Find(half),
            Problems = problems,
        };
        if ((document.Problem ?? Recognition.Refuse(content, document, half)) is { } refusal)
        {
            problems.Add(refusal);
            return OnlyMentioning(page, half, problems);
        }

        page = page with { Codes = PageTextSearch.Codes(half) };
        var sections = new PageSections(half.Blocks);
        return OperationReader.Read(half, sections, problems) is { } operation
            ? ReadFacts(page, half, operation, sections, problems)
            : OnlyMentioning(page, half, problems);
    }

    private static SourceFacts ReadFacts(SourceFacts page, PageHalf part, Operation operation, PageSections sections,
        List<string> problems)
    {
        var parameters = ParameterReader.Read(sections, problems);
        if (parameters is null)
        {
            return page with { Mentioned = [operation.ToString()] };
        }

        if (PageTextSearch.IsAltered(part))
        {
            problems.Add("The page strikes out, raises or hides text, so its letters alone can't be trusted.");
        }

        var examples = ExampleReader.Read(sections, problems);
        return page with
        {
            Recognised = true,
            Method = operation.Method,
            Path = operation.Path,
            Hosts = PageTextSearch.Hosts(part, operation),
            IsDeprecated = PageTextSearch.IsWithdrawn(part),
            SecurityType = PageTitle.SecurityOf(part, problems),
            Weight = WeightReader.Read(sections, problems),
            Parameters = parameters,
            ResponseExamples = [.. JsonElement.Parse(new JsonArray([.. examples]).ToJsonString()).EnumerateArray()],
            ResponseFields = ResponseFields.List(examples),
        };
    }

    private static SourceFacts OnlyMentioning(SourceFacts page, PageHalf half, List<string> problems)
    {
        string[] mentioned = [.. PageTextSearch.Operations(half).Select(operation => operation.ToString())];
        if (mentioned.Length > 0 && !new PageSections(half.Blocks).Has(SectionKind.Parameters))
        {
            problems.Add(
                $"It mentions {mentioned.Length} operation(s) without describing them: they count as seen, not as checked.");
        }

        return page with { Mentioned = mentioned };
    }
}
