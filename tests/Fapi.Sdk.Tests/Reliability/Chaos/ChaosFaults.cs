using Fapi.Sandbox;

namespace Fapi.Sdk.Tests.Reliability.Chaos;

internal static class ChaosFaults
{
    internal static Fault[] Each { get; } =
    [
        Fault.Status(503, "Service Unavailable."),
        Fault.Status(503, "Internal error; unable to process your request. Please try again."),
        Fault.Status(503, "Unknown error, please check your request or try again later."),
        Fault.Status(503, "Unknown error, please check your request or try again later.").AfterProcessing(),
        Fault.Status(502),
        Fault.Status(502).AfterProcessing(),
        Fault.Code(-1007, status: 408),
        Fault.Code(-1007, status: 408).AfterProcessing(),
        Fault.Code(-1008, status: 503),
        Fault.Html(403),
        Fault.RateLimited(TimeSpan.FromSeconds(2)),
        Fault.EmptyBody,
        Fault.TruncatedJson,
        Fault.NotUtf8,
        Fault.BigBody(20_000),
        Fault.ResetBeforeProcessing,
        Fault.ResetAfterProcessing,
        Fault.SlowHeaders(TimeSpan.FromSeconds(30)),
        Fault.SlowHeaders(TimeSpan.FromSeconds(30)).AfterProcessing(),
        Fault.SlowBody(TimeSpan.FromSeconds(30)),
        Fault.EndWithinBody,
    ];

    /// <summary>Every kind of fault that the sandbox knows; jumps of its clock are rarer, as one puts all clients off at once.</summary>
    internal static Fault[] All { get; } =
    [
        .. Enumerable.Repeat(Each, 10).SelectMany(faults => faults),
        Fault.ClockJump(TimeSpan.FromHours(1)),
        Fault.ClockJump(TimeSpan.FromHours(-1)),
    ];
}
