namespace Fapi.SpecCheck.Pages;

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
        (SectionKind.Weight, ["request weight", "weight", "weights", "ip weight", "uid weight", "rate limit weight", "请求权重", "接口权重", "ip权重", "权重"]),
        (SectionKind.Parameters, ["request parameters", "request parameter", "request params", "parameters", "parameter", "query parameters", "请求参数", "接口参数", "输入参数", "参数"]),
        (SectionKind.Response, ["response example", "example response", "response examples", "response", "responses", "example of response", "response sample", "sample response", "响应示例", "返回示例", "响应样例", "响应", "返回", "返回结果", "返回值"]),
    ];

    public static SectionKind KindOf(string heading)
    {
        string name = Normalise(heading);
        foreach ((SectionKind kind, string[] names) in Known)
        {
            if (names.Any(known => known == name || (known.Length >= 8 && IsMisspelling(name, known)) || (known == "weight" && name == "weigh")))
                return kind;
        }

        return SectionKind.Other;
    }

    /// <summary>Without brackets such as (IP), a final colon, and case.</summary>
    private static string Normalise(string heading)
    {
        string name = heading.Replace('（', '(').Trim();
        int bracket = name.IndexOf('(');
        if (bracket > 0)
            name = name[..bracket];
        return name.Trim(' ', ':', '：', '.', '`', '*').ToLowerInvariant();
    }

    /// <summary>At most two letters added, lost, changed or swapped.</summary>
    private static bool IsMisspelling(string name, string known)
    {
        if (Math.Abs(name.Length - known.Length) > 2)
            return false;
        int[,] cost = new int[name.Length + 1, known.Length + 1];
        for (int i = 0; i <= name.Length; i++)
        {
            for (int j = 0; j <= known.Length; j++)
            {
                cost[i, j] = (i, j) switch
                {
                    (_, 0) => i,
                    (0, _) => j,
                    _ => Math.Min(
                        Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1,
                        cost[i - 1, j - 1] + (name[i - 1] == known[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && name[i - 1] == known[j - 2] && name[i - 2] == known[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[name.Length, known.Length] <= 2;
    }
}
