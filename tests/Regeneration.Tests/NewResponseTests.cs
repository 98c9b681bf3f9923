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
            "String? Note", "Int32? Count", "Boolean? IsFull", "IReadOnlyDictionary<String, IReadOnlyList<Int32>>? Sizes",
            "IReadOnlyList<String?>? Tags", "BookDepth? Depth", "Decimal? Share", "String? Book1"],
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
    public async Task Maps_and_awkward_values_are_read()
    {
        var (_, response) = await changed.CallAsync(
            """
            {"sizes":{"a":[1,2.0],"b":[]},"tags":["x",null],"depth":10,"share":1e-7,"isFull":"false",
            "bids":[["1"]],"best":{"price":"0.10"},"note":"n"}
            """,
            client => client.ReadBookAsync());

        Assert.Equal([1, 2], (IReadOnlyList<int>)response.Sizes["a"]);
        Assert.Equal(2, (int)response.Sizes.Count);
        Assert.Equal(["x", null], (IReadOnlyList<string?>)response.Tags);
        Assert.Equal(10, (int)response.Depth);
        Assert.Equal(0.0000001m, (decimal)response.Share);
        Assert.False((bool)response.IsFull);
        Assert.Equal(0.10m, (decimal)response.Best.Price);
    }

    [Fact]
    public async Task Unknown_fields_of_a_nested_object_are_kept_with_it()
    {
        var (_, response) = await changed.CallAsync(
            "{\"note\":\"\\n{\",\r\n \"best\":{\"price\":1,\"a\":{\"price\":9}}, \"levels\":[{\"price\":1},\n"
            + "{\"a\":7,\"price\":2}],\"bids\":[],\"a\":true}",
            client => client.ReadBookAsync());

        Assert.Equal(9, (int)response.Best.AdditionalProperties["a"]["price"]);
        Assert.Empty((IReadOnlyDictionary<string, object>)response.Levels[0].AdditionalProperties);
        Assert.Equal(7L, response.Levels[1].AdditionalProperties["a"]);
        Assert.Equal(true, response.AdditionalProperties["a"]);
        Assert.Equal(1, (int)response.AdditionalProperties.Count);
    }

    [Theory]
    [InlineData("""[{"price":1},{"price":2}]""", 2)]
    [InlineData("""{"price":1}""", 1)]
    [InlineData("[]", 0)]
    public async Task One_item_may_come_without_the_array_around_it(string response, int count)
    {
        var (_, levels) = await changed.CallAsync(response, client => client.ListLevelsAsync());

        Assert.Equal(count, ((IEnumerable<object>)levels).Count());
    }

    [Theory]
    [InlineData("""{"note":null,"best":{"price":1},"bids":[["1",null]]}""", "Field 'bids[0][1]' is null.")]
    [InlineData("""{"note":null,"best":{"price":1},"bids":{"a":1}}""",
        "Field 'bids' is an object, where the spec has an array.")]
    [InlineData("""{"note":null,"best":[],"bids":[]}""", "Field 'best' is an array, where the spec has an object.")]
    [InlineData("""{"note":null,"best":{},"bids":[]}""", "Field 'best.price' is missing.")]
    [InlineData("""{"note":null,"best":{"price":"much"},"bids":[]}""",
        "Field 'best.price' is the text 'much', where the spec has a number.")]
    [InlineData("""{"note":null,"best":{"price":1},"bids":[],"isFull":1}""",
        "Field 'isFull' is 1, where the spec has true or false.")]
    public async Task What_cannot_be_read_is_told_with_its_path_and_is_not_unknown(string response, string message)
    {
        var error = await Record.ExceptionAsync(() => changed.CallAsync(response, client => client.ReadBookAsync()));

        Assert.Contains(message, error!.Message, StringComparison.Ordinal);
        Assert.Equal("Unavailable", ((dynamic)error).Outcome.ToString());
        Assert.Empty(((dynamic)error).Attempts);
    }

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
