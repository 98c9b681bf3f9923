using System.Text.Json.Nodes;
using Fapi.SpecCheck.Facts;
using Fapi.SpecCheck.Report.Formats;

namespace Fapi.SpecCheck.Tests.Pages;

public sealed class FactsWriterTests
{
    private static readonly IReadOnlyList<SourceFacts> Pages =
        PageSummary.ReadAll(
        new OrchardPage { Parameters = OrchardPage.Table("count| INT| NO| 数量 1 到 40; default 5") }.Markdown());

    [Fact]
    public void Json_has_the_promised_fields_in_their_order()
    {
        const string expected = """
            {"pages":[{"source":"page","language":"en","title":"Pick Apples (TRADE)","recognised":true,"problems":[],
            "method":"POST","path":"/oapi/v1/apples","securityType":"TRADE","weight":{"text":"3","value":3},
            "parameters":[{"name":"count","type":"INT","mandatory":"NO","description":"数量 1 到 40; default 5","minimum":1,"maximum":40,"default":"5","enum":null}],
            "responseExamples":[{"picked":7,"tree":"T1"}],
            "responseFields":[{"name":"picked","type":"integer"},{"name":"tree","type":"string"}]}]}
            """;
        var json = Write(Pages);
        Assert.Equal(expected.ReplaceLineEndings(""),
            JsonNode.Parse(json)!.ToJsonString(
            new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Contains("数量", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_page_has_null_for_what_it_does_not_state()
    {
        var page = JsonNode.Parse(Write(PageSummary.ReadAll("")))!["pages"]![0]!;
        Assert.False(page["recognised"]!.GetValue<bool>());
        Assert.All(["language", "title", "method", "path", "securityType", "weight"], name =>
            Assert.True(page.AsObject().ContainsKey(name) && page[name] is null, name));
        Assert.Empty(page["parameters"]!.AsArray());
    }

    private static string Write(IReadOnlyList<SourceFacts> pages)
    {
        using var output = new StringWriter();
        FactsWriter.Write(pages, output);
        return output.ToString();
    }
}
