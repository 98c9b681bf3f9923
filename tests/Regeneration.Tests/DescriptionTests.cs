using System.Xml.Linq;
using Regeneration.Tests.Support;

namespace Regeneration.Tests;

/// <summary>Descriptions with every character that could end a comment, a string, an element or a template.</summary>
[Trait("Speed", "Slow")]
public sealed class DescriptionTests(ChangedSdk changed)
{
    private const string Awkward =
        "Quotes \" and ', */ and /* and //, braces { } and {{ 1 | plus: 1 }} {% raw %}, "
        + "<b>&amp;, \\n \\, 槓桿, tab\t.\nSecond line.\nThird line. </summary> #error not this \"\"\"";

    [Theory]
    [InlineData("M:Fapi.Sdk.IFapiClient.ListTicksAsync", "summary")]
    [InlineData("M:Fapi.Sdk.IFapiClient.ListTicksAsync", "remarks")]
    [InlineData("M:Fapi.Sdk.IFapiClient.ListTicksAsync", "returns")]
    [InlineData("M:Fapi.Sdk.IFapiClient.ListTicksAsync", "param")]
    [InlineData("P:Fapi.Sdk.FapiOperations.ListTicks", "summary")]
    public void An_awkward_description_stands_in_the_documentation_as_it_is(string member, string element) =>
        Assert.Equal(Normal(Awkward), Normal(Text(member, element)));

    [Fact]
    public void An_awkward_meaning_of_a_code_is_explained_as_it_is()
    {
        var codes = changed.Sdk.Type("FapiErrorCodes");

        Assert.Equal(-9999, codes.GetField("AwkwardCode")!.GetValue(null));
        Assert.Equal(
            Normal(Awkward + " " + Awkward), Normal((string)codes.GetMethod("Explain")!.Invoke(null, [-9999])!));
        Assert.Equal(Normal("AWKWARD_CODE: " + Awkward + " " + Awkward),
            Normal(Text("F:Fapi.Sdk.FapiErrorCodes.AwkwardCode", "summary")));
    }

    [Fact]
    public void An_operation_without_summary_and_description_is_documented_by_method_and_path() => Assert.Equal(
        "GET /fapi/v1/contracts/{symbol}/orders/{orderId}",
        Text("M:Fapi.Sdk.IFapiClient.ListOrderEventsAsync", "summary"));

    [Fact]
    public void Nothing_that_is_public_and_generated_lacks_a_documentation() => Assert.DoesNotContain(
        XDocument.Parse(changed.Documentation).Descendants()
            .Where(element => element.Name.LocalName is "summary" or "param" or "returns"),
        element => element.Value.Trim().Length == 0 && !element.HasElements);

    private string Text(string member, string element) => XDocument.Parse(changed.Documentation).Descendants("member")
        .Single(candidate => candidate.Attribute("name")!.Value.Split('(')[0] == member)
        .Elements(element).First().Value.Trim();

    // Lines of a comment are indented, and white space means nothing in it.
    private static string Normal(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
