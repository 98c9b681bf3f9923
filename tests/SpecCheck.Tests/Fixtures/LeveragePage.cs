namespace Fapi.SpecCheck.Tests.Fixtures;

/// <summary>A page that states what the spec states, in both languages, in the form that saved pages have.</summary>
internal static class LeveragePage
{
    public const string Name = "POST /fapi/v1/leverage";

    public const string English = "# Change Initial Leverage(TRADE)";

    public const string Chinese = "# 调整开仓杠杆 (TRADE)";

    public static string Text { get; } = """
        ---
        source_url: https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage
        ---

        # Change Initial Leverage(TRADE)

        ## API Description[](/docs/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage#api-description "Link")

        Sets how far a contract is leveraged.

        ## HTTP Request[](/docs/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage#http-request "Link")

        POST `/fapi/v1/leverage`

        ## Request Weight[](/docs/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage#request-weight "Link")

        **1**

        ## Request Parameters[](/docs/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage#request-parameters "Link")

        Name| Type| Mandatory| Description
        ---|---|---|---
        symbol| STRING| YES|
        leverage| INT| YES| the leverage, int from 1 to 125
        recvWindow| LONG| NO|
        timestamp| LONG| YES|

        ## Response Example[](/docs/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage#response-example "Link")

            {
              "leverage": 20,
              "maxNotionalValue": "2000000",
              "symbol": "ETHUSDT"
            }

        ---

        # 调整开仓杠杆 (TRADE)

        ## 接口描述[](/docs/zh-CN/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage#接口描述 "链接")

        设置合约的杠杆。

        ## HTTP请求[](/docs/zh-CN/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage#http请求 "链接")

        POST `/fapi/v1/leverage`

        ## 请求权重[](/docs/zh-CN/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage#请求权重 "链接")

        **1**

        ## 请求参数[](/docs/zh-CN/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage#请求参数 "链接")

        名称| 类型| 是否必需| 描述
        ---|---|---|---
        symbol| STRING| YES| 合约
        leverage| INT| YES| 杠杆：1 到 125 整数
        recvWindow| LONG| NO|
        timestamp| LONG| YES|

        ## 响应示例[](/docs/zh-CN/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage#响应示例 "链接")

            {
              "leverage": 20, // 杠杆
              "maxNotionalValue": "2000000",
              "symbol": "ETHUSDT"
            }
        """;

    /// <summary>Where the Chinese half begins.</summary>
    public static int Half => Text.IndexOf(Chinese, StringComparison.Ordinal);
}
