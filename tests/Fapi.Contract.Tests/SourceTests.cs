using System.Diagnostics;
using Fapi.Contract.Source;

namespace Fapi.Contract.Tests;

public sealed class SourceTests
{
    private const string Text = """
        openapi: 3.1.0
        weights: [1, '2', 3.50, true, null]
        paths:
          /a/b:
            get: { x-weight: 1, $ref: '#/shared/get' }
            put:
              parameters:
                - $ref: '#/shared/list/1'
        shared:
          get: { $ref: '#/shared/more' }
          list: [{ name: a }, { name: b }]
          more:
            x-note: kept
            example: { $ref: '#/nowhere' }
        """;

    private static readonly SourceNode Root = SourceDocument.Parse(Text, "some.yaml").Root;

    [Fact]
    public void A_scalar_is_told_as_text() =>
        Assert.Equal(["1", "2", "3.50", "true", null], Root["weights"]!.Items.Select(item => item.Text));

    [Fact]
    public void A_node_knows_its_place()
    {
        var put = Root["paths"]!["/a/b"]!["put"]!;

        Assert.Equal((6, 5, "/paths/~1a~1b/put", "put"), (put.Line, put.Column, put.Pointer, put.Key));
        Assert.Equal("put:", put.Document.LineText(put.Line));
    }

    [Fact]
    public void A_way_through_references_ends_at_what_they_name()
    {
        var get = Root["paths"]!["/a/b"]!["get"]!;
        var parameter = Assert.Single(Root["paths"]!["/a/b"]!["put"]!["parameters"]!.Items);

        Assert.Equal((12, "/shared/more"), (get.Line, get.Pointer));
        Assert.Equal("kept", get.Extensions.Single().Value.Text);
        Assert.Same(Root["shared"]!["list"]!.Items.Last().Identity, parameter.Identity);
        Assert.Equal((11, "b"), (parameter.Line, parameter["name"]!.Text));
    }

    [Fact]
    public void A_reference_in_an_example_is_a_text_like_any_other() =>
        Assert.Equal("#/nowhere", Root["shared"]!["more"]!["example"]!["$ref"]!.Text);

    [Fact]
    public void A_way_that_is_not_there_ends_in_null() => Assert.Null(Root["paths"]!["/c"]?["get"]?["tags"]);

    [Fact]
    public void A_wrong_reference_is_refused_with_line_and_column()
    {
        var error = Assert.Throws<ContractDocumentException>(
            () => SourceDocument.Parse("a: 1\nb: [{ $ref: '#/c' }]", "some.yaml"));

        Assert.Equal((2, 7, "/b/0/$ref"), (error.Line, error.Column, error.Location));
        Assert.Equal("some.yaml, line 2, /b/0/$ref: the $ref '#/c' leads nowhere", error.Message);
    }

    [Fact]
    public void An_alias_bomb_ends_in_a_sentence_within_two_seconds()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 1000; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var watch = Stopwatch.StartNew();
        var error = Assert.Throws<ContractDocumentException>(() => SourceDocument.Parse(text.ToString(), "bomb.yaml"));

        Assert.StartsWith(
            "not readable as YAML: aliases expand to more than 100000 nodes", error.Reason, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
