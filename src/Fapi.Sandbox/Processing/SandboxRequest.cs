namespace Fapi.Sandbox;

/// <summary>A request that the sandbox received, and what became of it.</summary>
/// <remarks>Requests that are not HTTP, or too long, are refused by the server below and not recorded.</remarks>
public sealed class SandboxRequest
{
    internal SandboxRequest()
    {
    }

    /// <summary>Arrival, by the exchange's clock.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>The request as received; its target and body hold the very bytes.</summary>
    public required RecordedRequest Request { get; init; }

    /// <summary>The response as given to the network; null when the connection was reset instead.</summary>
    public RecordedResponse? Response { get; init; }

    /// <summary>Operation of the contract; null when it has none for method and path.</summary>
    public string? OperationId { get; init; }

    /// <summary>Account whose key was sent; null when none was recognised.</summary>
    public SandboxAccount? Account { get; init; }

    /// <summary>True when the exchange carried the request out; compare it with what the client reports.</summary>
    public bool Executed { get; init; }

    /// <summary>The fault that this request met, if any.</summary>
    public Fault? Fault { get; init; }

    /// <summary>Findings of the contract check in request and response.</summary>
    public IReadOnlyList<ContractFinding> Findings { get; init; } = [];

    /// <summary>Operation and outcome; no value that was sent.</summary>
    /// <returns>A text that may be logged.</returns>
    public override string ToString() =>
        $"{OperationId ?? "unknown operation"}: {(Response is null ? "no response" : $"status {Response.Status}")}, " +
        $"{(Executed ? "executed" : "not executed")}{(Fault is null ? "" : $", fault: {Fault}")}";
}
