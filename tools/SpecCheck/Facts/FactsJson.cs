using System.Text.Json.Nodes;

namespace Fapi.SpecCheck.Facts;

/// <summary>Facts of a page as JSON.</summary>
internal static class FactsJson
{
    public static JsonArray From(IReadOnlyList<SourceFacts> pages) => List(pages, From);

    /// <summary>The fields that the output promises, in its order.</summary>
    public static JsonObject From(SourceFacts page) => new()
    {
        ["source"] = page.Source,
        ["language"] = page.Language,
        ["title"] = page.Title,
        ["recognised"] = page.Recognised,
        ["problems"] = List(page.Problems, problem => problem),
        ["method"] = page.Method,
        ["path"] = page.Path,
        ["securityType"] = page.SecurityType,
        ["weight"] = page.Weight is { } weight ? new JsonObject { ["text"] = weight.Text, ["value"] = weight.Value }
            : null,
        ["parameters"] = List(page.Parameters, Parameter),
        ["responseExamples"] = List(page.ResponseExamples, example => JsonNode.Parse(example.GetRawText())),
        ["responseFields"] =
            List(page.ResponseFields, field => new JsonObject { ["name"] = field.Name, ["type"] = field.Type }),
    };

    private static JsonObject Parameter(ParameterFact parameter) => new()
    {
        ["name"] = parameter.Name,
        ["type"] = parameter.Type,
        ["mandatory"] = parameter.Mandatory,
        ["description"] = parameter.Description,
        ["minimum"] = parameter.Minimum,
        ["maximum"] = parameter.Maximum,
        ["default"] = parameter.Default,
        ["enum"] = parameter.Enum is { } values ? List(values, value => value) : null,
    };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> toJson) => new([.. items.Select(toJson)]);
}
