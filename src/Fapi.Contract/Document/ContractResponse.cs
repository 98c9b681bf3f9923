using System.Text.Json;

namespace Fapi.Contract;

/// <summary>A documented response of an operation.</summary>
public sealed class ContractResponse
{
    internal ContractResponse()
    {
    }

    /// <summary>A status such as <c>200</c>, a class such as <c>4XX</c>, or <c>default</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The documented headers.</summary>
    public IReadOnlyList<ContractParameter> Headers { get; init; } = [];

    /// <summary>The documented content types; empty when the response has no body.</summary>
    public IReadOnlyList<string> ContentTypes { get; init; } = [];

    /// <summary>The example of the first content type, or of its schema; an array may have that of its items as its
    /// one item.</summary>
    public JsonElement? Example { get; init; }
}
