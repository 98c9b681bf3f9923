namespace Fapi.Contract.Tests;

// A call of the embedded document that keeps to it, and its response.
internal static class LeverageCall
{
    public const string Target =
        "/fapi/v1/leverage?symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT&leverage=21&recvWindow=5000"
        + "&timestamp=1736393892000&signature=155331b13264bb9a61c6964e6f7a237b2a5348d3edfa097b2c3d30a014c2637b";

    private static readonly byte[] Body =
        """{"leverage":21,"maxNotionalValue":"1000000","symbol":"BTCUSDT"}"""u8.ToArray();

    public static RecordedRequest Request(string target = Target, string method = "POST") =>
        new(
            method, target,
            [new("X-MBX-APIKEY", "k"), new("Accept", "application/json"), new("User-Agent", "test"),
                new("Host", "localhost")]);

    public static RecordedResponse Response() =>
        new(
            200,
            [new("Content-Type", "application/json"), new("X-MBX-USED-WEIGHT-1M", "12"),
                new("Date", "Sun, 22 Nov 2026 15:00:00 GMT")], Body);
}
