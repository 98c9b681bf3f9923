namespace Fapi.SpecCheck.Read.Pages;

internal enum SectionKind
{
    Other,
    Description,
    Request,
    Weight,
    Parameters,
    Response,
}

/// <summary>Knows the headings of both languages, and their misspellings.</summary>
internal static class SectionNames
{
    private static readonly (SectionKind Kind, string[] Names)[] Known =
    [
        (SectionKind.Description, ["api description", "description", "接口描述", "描述", "接口说明"]),
        (SectionKind.Request, ["http request", "http请求", "http 请求", "请求方式", "请求地址", "接口地址"]),
        (SectionKind.Weight,
            ["request weight", "weight", "weights", "ip weight", "uid weight", "rate limit weight", "请求权重", "接口权重",
            "ip权重", "权重"]),
        (SectionKind.Parameters,
            ["request parameters", "request parameter", "request params", "parameters", "parameter",
            "query parameters", "请求参数", "接口参数", "输入参数", "参数"]),
        (SectionKind.Response,
            ["response example", "example response", "response examples", "response", "responses",
            "example of response", "response sample", "sample response", "响应示例", "返回示例", "响应样例", "响应", "返回", "返回结果",
            "返回值"]),
    ];

    public static SectionKind KindOf(string heading)
    {
        var name = Normalise(heading);
        foreach ((var kind, var names) in Known)
        {
            if (names.Any(known =>
                known == name || (known.Length >= 8 && Spelling.IsClose(name, known))
                || (known == "weight" && name == "weigh")))
            {
                return kind;
            }
        }

        return SectionKind.Other;
    }

    /// <summary>Without brackets such as (IP), a final colon, and case.</summary>
    private static string Normalise(string heading)
    {
        var name = heading.Replace('（', '(').Trim();
        var bracket = name.IndexOf('(');
        if (bracket > 0)
        {
            name = name[..bracket];
        }

        return name.Trim(' ', ':', '：', '.', '`', '*').ToLowerInvariant();
    }
}
