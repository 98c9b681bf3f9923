using Regeneration.Tests.Support;

namespace Regeneration.Tests;

/// <summary>Responses of operations that the SDK did not have.</summary>
[Trait("Speed", "Slow")]
public sealed class NewResponseTests(ChangedSdk changed)
{
    private const string Book = """
        {"bids":[["1.10","5"],["1.0","0"]],"best":{"price":0.1000,"venue":{"name":"币安"}},"note":null,
        "count":null,"isFull":true,"new":{"a":1}}
        """;

    [Fact]
    public void Optional_and_nullable_fields_are_nullable_and_required_ones_are_not() => Assert.Equal(
        ["Level Best", "Level? Last", "IReadOnlyList<IReadOnlyList<String>> Bids", "IReadOnlyList<Level>? Levels",
            "String? Note", "Int32? Count", "Boolean? IsFull", "String? Book1"],
        changed.Sdk.Type("Book").GetProperties().Where(property => property.Name != "AdditionalProperties")
            .Select(MethodText.Of));

    [Fact]
    public async Task Nested_objects_and_arrays_are_read()
    {
        var (request, response) = await changed.CallAsync(Book, client => client.ReadBookAsync());

        Assert.Equal("GET /fapi/v1/book", request);
        Assert.Equal("1.0", (string)response.Bids[1][0]);
        Assert.Equal(0.1000m, (decimal)response.Best.Price);
        Assert.Equal("币安", (string)response.Best.Venue.Name);
        Assert.Null((object?)response.Note);
        Assert.Null((object?)response.Count);
        Assert.Null((object?)response.Last);
        Assert.Null((object?)response.Levels);
        Assert.True((bool)response.IsFull);
        Assert.True((bool)response.AdditionalProperties.ContainsKey("new"));
    }

    [Theory]
    [InlineData("""{"best":{"price":1},"note":"x"}""")]
    [InlineData("""{"bids":null,"best":{"price":1},"note":"x"}""")]
    [InlineData("""{"bids":[],"best":{},"note":"x"}""")]
    public async Task A_response_without_a_required_field_is_an_error(string response) =>
        Assert.Equal(
            "FapiException",
            (await Record.ExceptionAsync(
                () => changed.CallAsync(response, client => client.ReadBookAsync())))?.GetType().Name);

    [Fact]
    public async Task A_plain_array_is_read()
    {
        var (_, response) = await changed.CallAsync(
            """["a","2020-01-01T00:00:00Z"]""", client => client.ListTicksAsync("ab", true, 1m));

        Assert.Equal(["a", "2020-01-01T00:00:00Z"], (IReadOnlyList<string>)response);
    }

    [Fact]
    public async Task An_enumeration_keeps_values_that_the_spec_does_not_know()
    {
        long[] ids = [1];
        dynamic buy = changed.Sdk.Member("OrderSide", "BUY");

        var (_, response) = await changed.CallAsync(
            """[{"time":1,"side":"BUY","state":"1h"},{"time":2,"side":"HEDGE"}]""",
            client => client.ListOrderEventsAsync("A", 1L, buy, ids));

        Assert.Equal(2, (int)response.Count);
        Assert.True(response[0].Side == buy);
        Assert.Equal(changed.Sdk.Member("OrderState", "_1h"), (object)response[0].State);
        Assert.Equal("HEDGE", (string)response[1].Side.Value);
        Assert.Equal("HEDGE", (string)response[1].Side.ToString());
        Assert.Null((object?)response[1].State);
    }
}
