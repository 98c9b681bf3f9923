namespace Fapi.SpecCheck.Tests.Fixtures;

/// <summary>
/// A schema that states what the spec states, in the shape of those that the docs portal is rendered from.
/// </summary>
internal static class OfficialSchema
{
    public const string Address =
        "https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/1.0.0/schema.yaml";

    public static string Text { get; } = """
        openapi: 3.0.2
        info:
          title: Futures REST API
          version: 1.0.0
        servers:
          - url: https://fapi.binance.com
          - url: https://demo-fapi.binance.com
        tags:
          - name: trade
          - name: market-data
        paths:
          /fapi/v1/leverage:
            post:
              tags: [trade]
              operationId: changeInitialLeverage
              summary: Change Initial Leverage (TRADE)
              description: Sets the leverage.
              x-description-cn: 设置杠杆。
              x-ip-weight: 1
              x-security-type: TRADE
              x-signed: true
              parameters:
                - { name: X-MBX-APIKEY, in: header, required: true, schema: { type: string } }
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      required: [symbol, leverage, timestamp]
                      properties:
                        symbol: { type: string, example: BTCUSDT }
                        leverage:
                          type: integer
                          format: int64
                          minimum: 1
                          maximum: 125
                          description: Wanted leverage.
                        recvWindow: { type: integer, format: int64, maximum: 60000, example: 5000 }
                        timestamp: { type: integer, format: int64 }
              responses:
                '200':
                  description: Done.
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          leverage: { type: integer, format: int64, example: 21 }
                          maxNotionalValue: { type: string, example: '1000000' }
                          symbol: { type: string, example: BTCUSDT }
          /fapi/v1/symbolConfig:
            get:
              tags: [trade]
              operationId: symbolConfiguration
              summary: Symbol Configuration (USER_DATA)
              x-weight: "**5** for all, **1** for one"
              x-security-type: USER_DATA
              x-signed: true
              parameters:
                - { name: X-MBX-APIKEY, in: header, required: true, schema: { type: string } }
                - { name: symbol, in: query, required: false, schema: { type: string } }
                - { name: timestamp, in: query, required: true, schema: { type: integer, format: int64 } }
              responses:
                '200':
                  description: Done.
                  content:
                    application/json:
                      schema: { type: array, items: { type: object, properties: { leverage: { type: integer, format: int64 } } } }
          /fapi/v1/time:
            get:
              tags: [market-data]
              operationId: checkServerTime
              summary: Check Server Time
              x-ip-weight: 1
              parameters: []
              responses:
                '200':
                  description: Done.
                  content:
                    application/json:
                      schema: { type: object, properties: { serverTime: { type: integer, format: int64 } } }

        """;

    /// <summary>The same without the operation of the leverage.</summary>
    public static string WithoutLeverage => Text.Remove(
        Text.IndexOf("  /fapi/v1/leverage:", StringComparison.Ordinal),
        Text.IndexOf("  /fapi/v1/symbolConfig:", StringComparison.Ordinal)
            - Text.IndexOf("  /fapi/v1/leverage:", StringComparison.Ordinal));

    /// <summary>The operations alone.</summary>
    public static string Paths => Text[(Text.IndexOf("paths:\n", StringComparison.Ordinal) + "paths:\n".Length)..];
}
