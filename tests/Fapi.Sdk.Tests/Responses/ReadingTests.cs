using Newtonsoft.Json;

namespace Fapi.Sdk.Tests.Responses;

public sealed class ReadingTests
{
    private const string Brackets = """{"symbol":"A","notionalCoef":#,"brackets":[]}""";
    private const string Symbol =
        """{"symbol":"币安USDT","marginType":"CROSSED","leverage":21,"maxNotionalValue":"1"}""";

    [Theory]
    [InlineData("""{'serverTime':1}""")]
    [InlineData("""{serverTime:1}""")]
    [InlineData("""{"serverTime":1,}""")]
    [InlineData("""{,"serverTime":1}""")]
    [InlineData("""{"serverTime":1/**/}""")]
    [InlineData("""{"serverTime":01}""")]
    [InlineData("""{"serverTime":0x1}""")]
    [InlineData("""{"serverTime":1.}""")]
    [InlineData("""{"serverTime":.5e1}""")]
    [InlineData("""{"serverTime":+1}""")]
    [InlineData("""{"serverTime":1,"a":NaN}""")]
    [InlineData("""{"serverTime":1,"a":'b'}""")]
    [InlineData("""{"serverTime":1,"a":"\'"}""")]
    [InlineData("""{"serverTime":1,"a":[1,]}""")]
    [InlineData("{\"serverTime\":\u00A01}")]
    [InlineData("{\"serverTime\":1}\f")]
    public void Only_strict_JSON_is_read(string body) =>
        Assert.Throws<JsonReaderException>(() => Read("CheckServerTime", body));

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Values_stand_in_64_others_at_most(int levels, bool isRead)
    {
        var body = $$"""{"serverTime":1,"a":{{new string('[', levels)}}{{new string(']', levels)}}}""";

        var error = Record.Exception(() => Read("CheckServerTime", body));

        Assert.Equal(
            isRead ? null : "The reader's MaxDepth of 64 has been exceeded.", error?.Message.Split(" Path")[0]);
    }

    [Theory]
    [InlineData("0.1000", "0.1000")]
    [InlineData("20", "20")]
    [InlineData("-7.50", "-7.50")]
    [InlineData("123456789012345678", "123456789012345678")]
    [InlineData("0.12345678901234567", "0.12345678901234567")]
    [InlineData("9223372036854775808.5", "9223372036854775808.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("1e-7", "0.0000001")]
    [InlineData("\"0.10\"", "0.10")]
    public void Decimal_is_exact_however_it_is_written(string written, string expected)
    {
        var read = (IReadOnlyList<SymbolBrackets>)Read(
            "NotionalAndLeverageBrackets", Brackets.Replace("#", written, StringComparison.Ordinal));

        Assert.Equal(expected, read[0].NotionalCoef?.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"leverage\":21,", "", "Field '[1].leverage' is missing.")]
    [InlineData("\"CROSSED\"", "null", "Field '[1].marginType' is null.")]
    [InlineData("21", "[ 21 ]", "Field '[1].leverage' is an array, where the spec has a whole number that fits.")]
    [InlineData(
        "21", "2147483648", "Field '[1].leverage' is 2147483648, where the spec has a whole number that fits.")]
    [InlineData("21", "20.5", "Field '[1].leverage' is 20.5, where the spec has a whole number that fits.")]
    [InlineData(
        "21", "\"many\"", "Field '[1].leverage' is the text 'many', where the spec has a whole number that fits.")]
    [InlineData("\"1\"", "{}", "Field '[1].maxNotionalValue' is an object, where the spec has text.")]
    [InlineData(
        "21", "21,\"isAutoAddMargin\":1", "Field '[1].isAutoAddMargin' is 1, where the spec has true or false.")]
    [InlineData("21", "21,\"a\":\"\\q\"", "Bad JSON escape sequence: \\q. Path '[1].a', line 1, position 144.")]
    [InlineData(
        "21", "21,\"a\":1e400", "Input string '1e400' is not a valid decimal. Path '[1].a', line 1, position 146.")]
    public void What_cannot_be_read_is_told_with_its_path(string from, string to, string expected)
    {
        var body = $"[{Symbol},{Symbol.Replace(from, to, StringComparison.Ordinal)},{Symbol}]";

        var error = Assert.ThrowsAny<JsonException>(() => Read("SymbolConfiguration", body));

        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public void Texts_that_come_again_in_a_list_are_one_and_similar_ones_are_not()
    {
        var symbols = Enumerable.Range(0, 1_000).Select(i => new string((char)('A' + (i % 7)), i % 40)).ToList();
        var items = symbols.Select(name => Symbol.Replace("币安USDT", name, StringComparison.Ordinal));

        var read = (IReadOnlyList<SymbolConfiguration>)Read("SymbolConfiguration", $"[{string.Join(',', items)}]");

        Assert.Equal(symbols, read.Select(item => item.Symbol));
        Assert.Same(read[900].MarginType.Value, read[999].MarginType.Value);
    }

    private static object Read(string operation, string body) =>
        ReadType.All.Single(type => type.Name == operation).Read(Encoding.UTF8.GetBytes(body));
}
