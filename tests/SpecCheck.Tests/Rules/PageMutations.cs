using static Fapi.SpecCheck.Tests.Rules.Mutation;

namespace Fapi.SpecCheck.Tests.Rules;

/// <summary>Kinds of changes of a documentation page.</summary>
internal static class PageMutations
{
    private const string Row = @"^(symbol|leverage|recvWindow|timestamp)\|";

    public static Mutation[] All { get; } =
    [
        new("method", "^POST", (m, r) => Other(m.Value, r, "POST", "GET", "PUT", "DELETE")),
        new("path", "(?<=`/fapi/v1/)leverage", (_, r) => Word(r)),
        new("host", "(?<=^POST `)", (_, r) => $"https://{Word(r)}.binance.com"),
        new("two operations", "^POST `/fapi/v1/leverage`", (m, r) => $"{m.Value}\n\nGET `/fapi/v1/{Word(r)}`"),
        new("security type", @"(?<=\()TRADE(?=\))", (m, r) => Other(m.Value, r, "TRADE", "USER_DATA", "NONE")),
        new("security type removed", @" ?\(TRADE\)", (_, _) => ""),
        new("weight", @"(?<=^\*\*)1(?=\*\*)", (m, r) => Number(m.Value, r)),
        new("weight removed", @"^\*\*1\*\*$", (_, _) => ""),
        new("parameter removed", Row + ".*\n", (_, _) => ""),
        new("parameter renamed", Row, (_, r) => $"{Word(r)}|"),
        new("parameter added", Row, (m, r) => $"{Word(r)}| STRING| NO|\n{m.Value}"),
        new("parameter twice", Row + ".*\n", (m, _) => m.Value + m.Value),
        new("type", @"(?<=" + Row + " )(STRING|INT|LONG)",
            (m, r) => Other(m.Value, r, "STRING", "INT", "LONG", "BOOLEAN")),
        new("mandatory", @"(?<=\| )(YES|NO)(?=\|)", (m, r) => Other(m.Value, r, "YES", "NO", "CONDITIONAL")),
        new("type removed", @"(?<=" + Row + " )(STRING|INT|LONG)", (_, _) => ""),
        new("maximum", "125", (m, r) => Number(m.Value, r)),
        new("minimum", "(?<=(from|：) ?)1(?= )", (m, r) => Number(m.Value, r)),
        new("number beside the range", "(?<=to 125)|(?<=125 整数)", (_, r) => $" ({r.Next(2, 99)} for some)"),
        new("default", @"(?<=recvWindow\| LONG\| NO\|)", (_, r) => $" default {r.Next(1, 60000)}"),
        new("values", @"(?<=symbol\| STRING\| YES\|)", (_, r) => $" `{Word(r).ToUpperInvariant()}` or `B`;"),
        new("text struck out", "(?<=INT\\| YES\\| )[^\n]+",
            (m, r) => Other("", r, $"~~{m.Value}~~", $"<del>{m.Value}</del>")),
        new("heading of the table", "(?<=^## )(Request Parameters|请求参数)", (_, r) => $"{Word(r)} {Word(r)}"),
        new("second table", @"^## (Response Example|响应示例)",
            (m, r) => $"## Headers\n\nName| Type| Mandatory\n---|---|---\n{Word(r)}| INT| YES\n\n{m.Value}"),
        new("column removed", "^(Name|名称)\\| (Type|类型)\\| (Mandatory|是否必需)",
            (m, _) => $"{m.Groups[1].Value}| {m.Groups[2].Value}| x"),
        new("field renamed", "(?<=^ +\")(leverage|maxNotionalValue|symbol)", (_, r) => Word(r)),
        new("field removed", "^ +\"(leverage|maxNotionalValue)\": .*\n", (_, _) => ""),
        new("field added", "^ +\"symbol\": ", (m, r) => $"  \"{Word(r)}\": 1,\n    {m.Value}"),
        new("field of another type", "(?<=\"leverage\": )20",
            (_, r) => Other("", r, "\"20\"", "20.5", "true", "{}", "[1]")),
        new("example broken", "(?<=\"leverage\": 20)", (_, _) => " 7 }"),
        new("withdrawn", "^(Sets how|设置合约)",
            (m, r) => Other("", r, "Deprecated. ", "Offline from May. ", "已弃用。") + m.Value),
        new("code", "^(Sets how|设置合约)", (m, r) => $"See -{r.Next(1000, 9999)}. {m.Value}"),
        new("wording", "(?<=Sets how far )a contract|(?<=设置)合约", (_, r) => Word(r), IsEquivalent: true),
        new("wording of a cell", "(?<=symbol\\| STRING\\| YES\\| )合约", (_, r) => Word(r), IsEquivalent: true),
        new("number of the example", "(?<=\"leverage\": )20", (m, r) => Number(m.Value, r), IsEquivalent: true),
        new("text of the example", "ETHUSDT|2000000", (_, r) => Word(r), IsEquivalent: true),
        new("comment in the example", "(?<=\"ETHUSDT\")", (_, r) => $" // {Word(r)}", IsEquivalent: true),
        new("blank lines", "\n\n", (_, _) => "\n\n\n", IsEquivalent: true),
        new("blanks in a cell", @"(?<=\| )(?=STRING|INT|LONG|YES|NO)", (_, _) => "  ", IsEquivalent: true),
        new("marks of a name", Row, (m, _) => $"`{m.Groups[1].Value}`|", IsEquivalent: true),
        new("word for the same", @"(?<=\| )YES(?=\|)",
            (_, r) => Other("", r, "true", "是", "Required"), IsEquivalent: true),
        new("word for the same range", "from 1 to 125",
            (_, r) => Other("", r, "[1, 125]", "1~125", "between 1 and 125"), IsEquivalent: true),
    ];
}
