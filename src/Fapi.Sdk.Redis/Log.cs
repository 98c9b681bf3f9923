using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Redis;

/// <summary>Everything that is logged.</summary>
internal static partial class Log
{
    internal const string Category = "Fapi.Sdk.Redis";

    [LoggerMessage(1, LogLevel.Warning,
        "Redis is lost ({Reason}): this process keeps to 1 of {Sharers} parts of the request weight of {Scope}.")]
    internal static partial void RedisIsLost(ILogger logger, string scope, int sharers, string reason);

    [LoggerMessage(2, LogLevel.Information, "Redis is back: the request weight of {Scope} is shared again.")]
    internal static partial void RedisIsBack(ILogger logger, string scope);
}
