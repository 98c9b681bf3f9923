using System.Text.Json;
using Fapi.SpecCheck.Read.Examples;

namespace Fapi.SpecCheck.Tests.Pages;

public sealed class ExampleTests
{
    [Theory]
    [InlineData("{ \"a\": 1, \"b\": \"x\" }")]
    [InlineData("{\n \"a\": 1, // one\n \"b\": \"x\" // the \"other\", with { and }\n}")]
    [InlineData("{ \"a\": 1, /* one */ \"b\": \"x\" # x\n}")]
    [InlineData("{ \"a\": 1, \"b\": \"x\", }")]
    [InlineData("{ \"a\": 1,, \"b\": \"x\" }")]
    [InlineData("{\n \"a\": 1 // one\n \"b\": \"x\"\n}")]
    [InlineData("{ \"a\": 1， \"b\"：\"x\" }")]
    [InlineData("{ a: 1, b: \"x\" }")]
    [InlineData("{ “a”: 1, “b”: “x” }")]
    [InlineData("{<br> \"a\": 1,<br/> \"b\": \"x\"<br />}")]
    [InlineData("// the answer\n{ \"a\": 1, \"b\": \"x\" }\n")]
    public void Slips_do_not_change_what_an_example_says(string text)
    {
        var example = Assert.Single(LenientJson.ReadAll(text));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse("""{ "a": 1, "b": "x" }"""), example), example.GetRawText());
    }

    [Fact]
    public void Slashes_in_an_address_begin_no_comment() =>
        Assert.Equal("https://orchard.example/a//b",
            LenientJson.ReadAll(
            "{ \"url\": \"https://orchard.example/a//b\", // see https://x.y\n \"n\": 1 }")[0].GetProperty("url").GetString());

    [Theory]
    [InlineData("{ \"a\": 1 }\nOR\n[ { \"a\": 1 } ]")]
    [InlineData("{ \"a\": 1 }\n或\n[ { \"a\": 1 } ]")]
    [InlineData("{ \"a\": 1 }\n\n[ { \"a\": 1 } ]")]
    [InlineData("Without tree:\n{ \"a\": 1 }\nor with tree\n[ { \"a\": 1 } ]")]
    public void Several_examples_in_one_block_are_told_apart(string text) =>
        Assert.Equal(["""{"a":1}""", """[{"a":1}]"""], LenientJson.ReadAll(text).Select(node => node.GetRawText().Replace(" ", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("{ \"a\": 1")]
    [InlineData("{ \"a\": }")]
    [InlineData("{ \"a\": 1 } }")]
    [InlineData("{ \"a\": BUY }")]
    [InlineData("{ \"a\": ... }")]
    [InlineData("{ \"a\" 1 }")]
    [InlineData("{ \"a\": \"x\n }")]
    [InlineData("{ \"a\": 1, // one \"b\": 2 }")]
    [InlineData("{ \"a\": 1, \"a\": 2 }")]
    [InlineData("{ \"a\": 0x10 }")]
    [InlineData("{ : 1 }")]
    public void What_goes_beyond_slips_is_an_error(string text) =>
        Assert.Throws<FormatException>(() => LenientJson.ReadAll(text));

    [Fact]
    public void Deep_nesting_is_read_as_far_as_it_is_allowed()
    {
        var facts =
            PageSummary.Read(
            new OrchardPage { Response = $"```\n{new string('[', 60)}{new string(']', 60)}\n```" }.Markdown());
        Assert.Empty(facts.Problems);
        Assert.Single(facts.ResponseExamples);
    }

    [Fact]
    public void Endless_nesting_is_an_error() =>
        Assert.Throws<FormatException>(() => LenientJson.ReadAll(new string('[', 100_000)));

    [Theory]
    [InlineData("""{ "a": 1, "b": { "c": [ { "d": "x" } ], "e": true } }""",
        "a integer; b object; b.c array; b.c[].d string; b.e boolean")]
    [InlineData("""[ { "a": 1.50 }, { "a": 2, "b": null } ]""", "[].a number; [].b null")]
    [InlineData("""[ { "a": null }, { "a": "x" } ]""", "[].a string")]
    [InlineData("""{ "a": [ [ "1", 2 ] ] }""", "a array; a[] array; a[][] string; a[][] integer")]
    [InlineData("""{ "a": 12345678901234567890 }""", "a integer")]
    [InlineData("{}", "")]
    public void Fields_are_listed_with_their_types(string example, string expected) =>
        Assert.Equal(expected,
            string.Join("; ", ResponseFields.List(LenientJson.ReadAll(example))
            .Select(field => $"{field.Name} {field.Type}")));

    [Fact]
    public void Examples_of_a_page_may_stand_in_several_blocks_joined_by_or()
    {
        const string response =
            "> **Response:**\n\n```\n[ { \"a\": 1, } ]\n```\n\n> **OR** (if tree sent)\n\n```\n\n{ \"a\": 1 }\n```";
        var facts = PageSummary.Read(new OrchardPage { Response = response }.Markdown());
        Assert.Equal(2, facts.ResponseExamples.Count);
        Assert.Equal(["[].a", "a"], facts.ResponseFields.Select(field => field.Name));
    }

    [Fact]
    public void An_indented_block_is_an_example()
    {
        var facts =
            PageSummary.Read(
            new OrchardPage { Response = "    \n    \n    {  \n     \t\"a\": 1,\t// one  \n    }" }.Markdown());
        Assert.Equal("""{"a":1}""", Assert.Single(facts.ResponseExamples).GetRawText().Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "shows no response example")]
    [InlineData("```\n{ \"a\": 1, // one \"b\": 2 }\n```", "can't be read")]
    public void A_missing_or_broken_example_is_a_problem(string response, string problem)
    {
        var facts = PageSummary.Read(new OrchardPage { Response = response }.Markdown());
        Assert.Empty(facts.ResponseExamples);
        Assert.Contains(problem, Assert.Single(facts.Problems), StringComparison.Ordinal);
    }
}
