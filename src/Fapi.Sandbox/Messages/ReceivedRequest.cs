using System.Net;

namespace Fapi.Sandbox.Messages;

/// <summary>A request as it arrived, before anybody interpreted it; the timestamp is monotonic.</summary>
internal sealed record ReceivedRequest(
    RecordedRequest Message, IPAddress RemoteIp, DateTimeOffset ArrivedAt, long Timestamp)
{
    public string Method => Message.Method;

    public string Path => Message.Target.Split('?', 2)[0];

    /// <summary>The bytes behind the first <c>?</c>, as text: the server refuses a target that is not ASCII.</summary>
    public string Query => Message.Target.Split('?', 2) is [_, var query] ? query : "";

    public string? Header(string name) => Message.Headers
        .FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
