using System.Text.Json.Nodes;
using Fapi.SpecCheck.Read.Examples;
using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Reads the response examples of a page.</summary>
internal static class ExampleReader
{
    public static IReadOnlyList<JsonNode> Read(PageSections sections, List<string> problems)
    {
        var examples = new List<JsonNode>();
        var failed = 0;
        foreach (var block in sections.In(SectionKind.Response).OfType<CodeBlock>()
            .Where(b => b.Text.Trim().Length > 0))
        {
            try
            {
                examples.AddRange(LenientJson.ReadAll(block.Text));
            }
            catch (FormatException e)
            {
                failed++;
                problems.Add($"A response example can't be read: {e.Message}.");
            }
        }

        if (examples.Count == 0 && failed == 0)
        {
            problems.Add("The page shows no response example.");
        }

        return examples;
    }
}
