using Regeneration.Tests.Support;

namespace Regeneration.Tests;

/// <summary>Operations that the SDK did not have: what they look like, what they send and what they refuse.</summary>
[Trait("Speed", "Slow")]
public sealed class NewOperationTests(ChangedSdk changed)
{
    private dynamic Buy => Value("OrderSide", "BUY");

    [Theory]
    [InlineData(
        "ListOrderEventsAsync",
        "Task<IReadOnlyList<OrderEvent>> ListOrderEventsAsync(String symbol, Int64 orderId, OrderSide side, "
        + "IReadOnlyList<Int64> orderIds, IReadOnlyList<OrderState>? states = default, "
        + "IReadOnlyList<String>? labels = default, Int64? recvWindow = default, "
        + "FapiCallOptions? callOptions = default, CancellationToken cancellationToken = default)")]
    [InlineData(
        "ListTicksAsync",
        "Task<IReadOnlyList<String>> ListTicksAsync(String class, Boolean detailed, Decimal price, "
        + "String? signature_ = default, String? target_ = default, String? start_time = default, "
        + "Boolean? merged = default, Decimal? ratio = default, Decimal? share = default, Int32? limit = default, "
        + "Depth? depth = default, Int64? fromId = default, FapiCallOptions? callOptions = default, "
        + "CancellationToken cancellationToken = default)")]
    [InlineData(
        "ReadBookAsync",
        "Task<Book> ReadBookAsync(FapiCallOptions? callOptions = default, "
        + "CancellationToken cancellationToken = default)")]
    [InlineData(
        "ReadBookWithResponseAsync",
        "Task<FapiResponse<Book>> ReadBookWithResponseAsync(FapiCallOptions? callOptions = default, "
        + "CancellationToken cancellationToken = default)")]
    public void Each_is_a_method(string method, string signature) =>
        Assert.Equal(signature, changed.Sdk.Signature(method));

    [Fact]
    public async Task Path_enumeration_and_arrays_are_sent_as_the_spec_says()
    {
        long[] ids = [1, 9007199254740993];
        dynamic states = List("OrderState", "NEW", "expired-in-match");
        string[] labels = ["a,b", "币 &"];

        var (request, _) = await changed.CallAsync("[]", client => client.ListOrderEventsAsync(
            "A/B?C=币", 7L, Buy, ids, states, labels, recvWindow: 3000));

        Assert.Equal(
            "GET /fapi/v1/contracts/A%2FB%3FC%3D%E5%B8%81/orders/7?side=BUY&orderIds=1,9007199254740993"
            + "&states=NEW&states=expired-in-match&labels=a%2Cb,%E5%B8%81%20%26&recvWindow=3000",
            request);
    }

    [Fact]
    public async Task Awkward_names_and_all_kinds_of_numbers_are_sent_as_the_spec_says()
    {
        var (request, _) = await changed.CallAsync("[]", client => client.ListTicksAsync(
            "ab", true, 0.00000001m, signature_: "s", target_: "t", start_time: "x", merged: false, ratio: 0.0000001m,
            share: 0.1m, limit: 1, depth: Depth(20), fromId: 9007199254740993));

        Assert.Equal(
            "GET /fapi/v1/ticks?class=ab&detailed=true&price=0.00000001&signature_=s&target_=t&start-time=x"
            + "&merged=false&ratio=0.0000001&share=0.1&limit=1&depth=20&fromId=9007199254740993",
            request);
    }

    [Fact]
    public async Task A_number_keeps_all_its_digits()
    {
        var (request, _) = await changed.CallAsync(
            "[]", client => client.ListTicksAsync("ab", true, 1m, share: 0.1234567890123456789012345678m));

        Assert.EndsWith("&share=0.1234567890123456789012345678", request, StringComparison.Ordinal);
    }

    public static TheoryData<string, decimal, decimal?, decimal?, int?, string> OutOfBounds => new()
    {
        { "a", 1m, null, null, null, "class is 1 characters long; the spec allows 2 to 4 characters." },
        { "ab", 0.000000009m, null, null, null, "price is 0.000000009; the spec allows 0.00000001 to 1000000.5." },
        { "ab", 1000000.6m, null, null, null, "price is 1000000.6; the spec allows 0.00000001 to 1000000.5." },
        { "ab", 1m, -0.51m, null, null, "ratio is -0.51; the spec allows -0.5 to 0.5." },
        { "ab", 1m, null, 0m, null, "share is 0; the spec allows more than 0 and less than 1." },
        { "ab", 1m, null, 1m, null, "share is 1; the spec allows more than 0 and less than 1." },
        { "ab", 1m, null, null, 0, "limit is 0; the spec allows more than 0 and at most 1000." },
        { "ab", 1m, null, null, 1001, "limit is 1001; the spec allows more than 0 and at most 1000." },
    };

    [Theory]
    [MemberData(nameof(OutOfBounds))]
    public async Task What_is_out_of_bounds_is_refused(
        string text, decimal price, decimal? ratio, decimal? share, int? limit, string message)
    {
        var error = await changed.RefusedAsync(
            client => client.ListTicksAsync(text, true, price, ratio: ratio, share: share, limit: limit));

        Assert.StartsWith(message + " Nothing was sent.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_bound_is_named_alone()
    {
        var error = await changed.RefusedAsync(
            client => client.ListTicksAsync("ab", true, 1m, fromId: 9007199254740994));

        Assert.StartsWith("fromId is 9007199254740994; the spec allows at most 9007199254740993. Nothing was sent.",
            error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "orderIds has 0 items; the spec allows 1 to 2 items. Nothing was sent.")]
    [InlineData(3, "orderIds has 3 items; the spec allows 1 to 2 items. Nothing was sent.")]
    [InlineData(null, "orderIds is missing; the exchange requires it. Nothing was sent.")]
    public async Task The_number_of_items_is_checked(int? count, string message)
    {
        var ids = count is { } some ? new long[some] : null;

        var error = await changed.RefusedAsync(client => client.ListOrderEventsAsync("A", 1L, Buy, ids));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_the_spec_does_not_know_is_refused()
    {
        var error = await changed.RefusedAsync(client => client.ListTicksAsync("ab", true, 1m, depth: Depth(7)));

        Assert.StartsWith(
            "depth is 7; the spec allows 5, 10, 20. Nothing was sent.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task A_value_that_would_change_the_path_is_refused(string symbol)
    {
        long[] ids = [1];

        var error = await changed.RefusedAsync(client => client.ListOrderEventsAsync(symbol, 1L, Buy, ids));

        Assert.StartsWith($"symbol is '{symbol}', which would change the path. Nothing was sent.", error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ListOrderEvents", "USER_DATA", true, true, 5)]
    [InlineData("ListTicks", "NONE", false, false, 1)]
    [InlineData("ReadBook", "MARKET_DATA", true, false, 1)]
    public void Security_and_weight_come_from_the_spec(string name, string type, bool key, bool signature, int weight)
    {
        dynamic operation = changed.Sdk.Member("FapiOperations", name);

        Assert.Equal(
            (type, key, signature, weight),
            ((string)operation.SecurityType, (bool)operation.NeedsApiKey, (bool)operation.NeedsSignature,
                (int)operation.Weight));
    }

    [Theory]
    [InlineData("IFapiClient", "ReadBookAsync")]
    [InlineData("FapiClient", "ReadBookAsync")]
    [InlineData("IFapiClient", "ReadBookWithResponseAsync")]
    [InlineData("FapiClient", "ReadBookWithResponseAsync")]
    public void A_deprecated_operation_is_obsolete(string type, string method) => Assert.True(
        changed.Sdk.Type(type).GetMethod(method)!.IsDefined(typeof(ObsoleteAttribute), inherit: false));

    private object Value(string type, string value) => Activator.CreateInstance(changed.Sdk.Type(type), value)!;

    private dynamic Depth(int value) => Enum.ToObject(changed.Sdk.Type("Depth"), value);

    private Array List(string type, params string[] values)
    {
        var list = Array.CreateInstance(changed.Sdk.Type(type), values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            list.SetValue(Value(type, values[i]), i);
        }

        return list;
    }
}
