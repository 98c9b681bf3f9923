namespace Fapi.Sdk.Telemetry;

/// <summary>Names of attributes. Those without <c>fapi.</c> are OpenTelemetry's.</summary>
internal static class Tags
{
    internal const string System = "rpc.system.name";
    internal const string Method = "rpc.method";
    internal const string ResponseStatus = "rpc.response.status_code";
    internal const string ErrorType = "error.type";
    internal const string ServerAddress = "server.address";
    internal const string ServerPort = "server.port";
    internal const string HttpMethod = "http.request.method";
    internal const string HttpStatus = "http.response.status_code";
    internal const string Resend = "http.request.resend_count";
    internal const string UrlTemplate = "url.template";
    internal const string UrlFull = "url.full";

    internal const string Account = "fapi.account";
    internal const string Outcome = "fapi.outcome";
    internal const string ExchangeCode = "fapi.exchange_code";
    internal const string Attempts = "fapi.attempts";
    internal const string Weight = "fapi.weight";
    internal const string UsedWeight = "fapi.weight.used";
    internal const string Tag = "fapi.tag";
    internal const string Parameter = "fapi.parameter.";
}
