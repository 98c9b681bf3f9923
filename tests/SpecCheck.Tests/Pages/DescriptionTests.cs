using Fapi.SpecCheck.Facts;
using Fapi.SpecCheck.Read;
using Fapi.SpecCheck.Read.Descriptions;

namespace Fapi.SpecCheck.Tests.Pages;

public sealed class DescriptionTests
{
    [Theory]
    [InlineData("int from 1 to 125", "min=1 max=125")]
    [InlineData("the target: int from 1 to 125", "min=1 max=125")]
    [InlineData("between 5 and 60", "min=5 max=60")]
    [InlineData("1 - 125", "min=1 max=125")]
    [InlineData("range: 1-125", "min=1 max=125")]
    [InlineData("1~125", "min=1 max=125")]
    [InlineData("目标杠杆倍数：1 到 125 整数", "min=1 max=125")]
    [InlineData("取值范围：１至１２５", "min=1 max=125")]
    [InlineData("介于 1 和 125 之间", "min=1 max=125")]
    [InlineData("取值范围[0.1, 10]，其中 1 代表 1%", "min=0.1 max=10")]
    [InlineData("allowed range [0.1, 5]", "min=0.1 max=5")]
    [InlineData("in steps (1-125)", "min=1 max=125")]
    [InlineData("（1～125）", "min=1 max=125")]
    [InlineData("1 <= count <= 125", "min=1 max=125")]
    [InlineData("Default 500; max 1000.", "max=1000 default=500")]
    [InlineData("default 30, max 500", "max=500 default=30")]
    [InlineData("Default 30,Max 500", "max=500 default=30")]
    [InlineData("items of one page，default 100，max 1000", "max=1000 default=100")]
    [InlineData("默认值:500 最大值:1500", "max=1500 default=500")]
    [InlineData("返回的数量 默认 500，最大值为 1500", "max=1500 default=500")]
    [InlineData("max 1,000", "max=1000")]
    [InlineData("Maximum: 12; minimum is 2", "min=2 max=12")]
    [InlineData("min 0.1, max 5 where 1 for 1%", "min=0.1 max=5")]
    [InlineData("The value cannot be greater than 60000", "max=60000")]
    [InlineData("此值不能大于 60000", "max=60000")]
    [InlineData("不超过60000，不能小于5", "min=5 max=60000")]
    [InlineData("must be at least -3, at most 4", "min=-3 max=4")]
    [InlineData(">= 1", "min=1")]
    [InlineData("default 1", "default=1")]
    [InlineData("Default value is 5.", "default=5")]
    [InlineData("Default gets most recent trades.", "")]
    [InlineData("By default, all are sent", "")]
    [InlineData("Default 500; Valid limits:[5, 10, 20, 500]", "default=500 enum=5,10,20,500")]
    [InlineData("默认 500; 可选值:[5, 10, 500]", "default=500 enum=5,10,500")]
    [InlineData("1: add，2: reduce", "enum=1,2")]
    [InlineData("方向 1: 增加，2: 减少", "enum=1,2")]
    [InlineData("max length 10", "")]
    [InlineData("countdown, 1000 for 1 second", "")]
    [InlineData("The value cannot be greater than `60000`", "max=60000")]
    [InlineData("MIN 1, MAX 100; Default 100", "min=1 max=100 default=100")]
    [InlineData("Records returned Default:100 Max:1000", "max=1000 default=100")]
    [InlineData("Default `500`; max `1000`", "max=1000 default=500")]
    [InlineData("Default 100; max 5000. If limit > 5000. then it will be 5000.", "max=5000 default=100")]
    [InlineData("in seconds. [300, 86400]", "min=300 max=86400")]
    [InlineData("可取值范围[1, 10]", "min=1 max=10")]
    [InlineData("默认值 : 500 最大值 : 1500", "max=1500 default=500")]
    [InlineData("1 or 2", "enum=1,2")]
    public void Number_is_read_from_its_description(string description, string expected) =>
        AssertRead("INT", description, expected);

    [Theory]
    [InlineData("ENUM", "ISOLATED, CROSSED", "enum=ISOLATED,CROSSED")]
    [InlineData("ENUM", "模式 ISOLATED(逐仓), CROSSED(全仓)", "enum=ISOLATED,CROSSED")]
    [InlineData("ENUM", "方向 `SELL`, `BUY`", "enum=SELL,BUY")]
    [InlineData("ENUM", "\"5m\",\"15m\",\"1h\"", "enum=5m,15m,1h")]
    [InlineData("ENUM", "5m, 15m, 1h", "enum=5m,15m,1h")]
    [InlineData("ENUM", "10s, default 10s", "default=10s enum=10s")]
    [InlineData("ENUM", "\"ACK\", \"RESULT\", default \"ACK\"", "default=ACK enum=ACK,RESULT")]
    [InlineData("ENUM", "triggered by: \"MARK\", \"LAST\". Default \"LAST\"", "default=LAST enum=MARK,LAST")]
    [InlineData("ENUM", "`A`:first one / `B`:second one; default `A`", "default=A enum=A,B")]
    [InlineData("ENUM", "`A_1`/ `A_2`/`B`； 默认`A_1`", "default=A_1 enum=A_1,A_2,B")]
    [InlineData("ENUM", "only for `X` orders; can be set to `A`/ `B`: /`C`; not with `price`", "enum=A,B,C")]
    [InlineData("ENUM", "`BOTH` 或 `LONG`", "enum=BOTH,LONG")]
    [InlineData("STRING", "\"true\" or \"false\". default \"false\".", "default=false enum=true,false")]
    [InlineData("STRING", "\"true\": on; \"false\": off", "enum=true,false")]
    [InlineData("STRING", "`true`, `false`；all of it，used with `STOP` or `TAKE`.", "enum=true,false")]
    [InlineData("STRING", "类型： TRANSFER 转账, FEE 费用，给用户, API_REBATE API返佣，BONUS", "enum=TRANSFER,FEE,API_REBATE,BONUS")]
    [InlineData("STRING", "ORCHARD", "")]
    [InlineData("STRING", "unique; optional", "")]
    [InlineData("STRING", "name, optional", "")]
    [InlineData("STRING", "T-1, T-2", "")]
    [InlineData("ENUM", "optional", "")]
    [InlineData("ENUM", "speed of it; ENUM: LOW, MEDIUM, HIGH", "enum=LOW,MEDIUM,HIGH")]
    [InlineData("ENUM", "\"PICK\" for apples, \"SHAKE\" for plums.", "enum=PICK,SHAKE")]
    [InlineData("ENUM", "可选项10s, 30s, 1m；默认为10s", "default=10s enum=10s,30s,1m")]
    [InlineData("ENUM", "BUY 或 SELL", "enum=BUY,SELL")]
    [InlineData("ENUM", "GTC - until cancelled, IOC - at once", "enum=GTC,IOC")]
    [InlineData("ENUM", "stopPrice 触发: `MARK`(标记), `LAST`(最新). 默认 `LAST`", "default=LAST enum=MARK,LAST")]
    [InlineData("STRING", "e.g. \"A\", \"B\"", "")]
    [InlineData("STRING", "follows the rule: `^[\\.A-Z\\:/a-z0-9_-]{1,36}$`", "")]
    [InlineData("DECIMAL", "used with `STOP` or `TAKE` orders, min 0.1, max 5", "min=0.1 max=5")]
    [InlineData("DECIMAL", "default as the latest price", "")]
    [InlineData("LIST<LONG>", "max length 10 \n e.g. [1234567,2345678]", "")]
    [InlineData("LIST<JSON>", "order list. Max 5 orders", "")]
    [InlineData("LIST<JSON>", "最多支持5个订单", "")]
    public void Value_is_read_from_its_description(string type, string description, string expected) =>
        AssertRead(type, description, expected);

    [Theory]
    [InlineData("LONG", "smaller than 253402300799000", "bounds")]
    [InlineData("LONG", "需大于 600", "bounds")]
    [InlineData("DECIMAL", "(0, 100]", "bounds")]
    [InlineData("DECIMAL", "[1, 100)", "bounds")]
    [InlineData("DECIMAL", "(0, 100)", "bounds")]
    [InlineData("INT", "int from 1 too 125", "bounds")]
    [InlineData("INT", "max 100; max 200", "bounds")]
    [InlineData("INT", "from 125 to 1", "bounds")]
    [InlineData("LONG", "max 30 days", "bounds")]
    [InlineData("LONG", "max 5%", "bounds")]
    [InlineData("INT", "max 10k", "bounds")]
    [InlineData("INT", "Valid values:[1, 5]", "allowed values")]
    [InlineData("INT", "default 7 days", "default")]
    [InlineData("INT", "default 5 or else, default 6", "default")]
    [InlineData("ENUM", "`LONG` or `SHORT` for some modes", "allowed values")]
    [InlineData("ENUM", "can be set to `A`, `B` or whatever comes", "allowed values")]
    public void What_can_be_read_in_two_ways_is_a_problem(string type, string description, string what)
    {
        var problems = new Problems();
        var values = DescriptionReader.Read(new ParameterFact("count", type, "NO", description), problems);

        var problem = Assert.Single(problems);
        Assert.StartsWith($"count: its {what} can't be read from", problem, StringComparison.Ordinal);
        Assert.Null(what == "default" ? values.Default is null or "5" ? null : values.Default : values.Enum?[0]);
    }

    [Theory]
    [InlineData("(0, 100]", null, 100)]
    [InlineData("[1, 100)", 1, null)]
    [InlineData("smaller than 100", null, null)]
    [InlineData("max 100; max 200", null, 100)]
    public void An_exclusive_bound_is_never_read_as_an_inclusive_one(string description, int? minimum, int? maximum)
    {
        var values = DescriptionReader.Read(new ParameterFact("count", "DECIMAL", "NO", description), []);
        Assert.Equal((minimum, maximum), ((int?)values.Minimum, (int?)values.Maximum));
    }

    private static void AssertRead(string type, string description, string expected)
    {
        var problems = new Problems();
        var values = DescriptionReader.Read(new ParameterFact("p", type, "NO", description), problems);

        Assert.Empty(problems);
        var fact = new ParameterFact("p", "T", "NO", null, values.Minimum, values.Maximum, values.Default, values.Enum);
        Assert.Equal(("p T NO " + expected).TrimEnd(), PageSummary.Summary(fact));
    }
}
