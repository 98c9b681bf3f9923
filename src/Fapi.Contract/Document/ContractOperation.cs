using System.Text.Json;

namespace Fapi.Contract;

/// <summary>One operation of the document.</summary>
public sealed class ContractOperation
{
    internal ContractOperation()
    {
    }

    /// <summary>The <c>operationId</c>, or method and path when there is none.</summary>
    public required string Id { get; init; }

    /// <summary>Method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Path template as in the document.</summary>
    public required string Path { get; init; }

    /// <summary>Summary, if there is one.</summary>
    public string? Summary { get; init; }

    /// <summary>Parameters in the order of the document, those of the path first, then the fields of a form
    /// body.</summary>
    public IReadOnlyList<ContractParameter> Parameters { get; init; } = [];

    /// <summary>Content types of the request body; empty when the operation takes none.</summary>
    public IReadOnlyList<string> RequestContentTypes { get; init; } = [];

    /// <summary>The alternatives of which one has to be fulfilled, each a set of schemes; empty when nothing is
    /// needed.</summary>
    public IReadOnlyList<IReadOnlyList<ContractSecurityScheme>> Security { get; init; } = [];

    /// <summary>The documented responses in the order of the document.</summary>
    public IReadOnlyList<ContractResponse> Responses { get; init; } = [];

    /// <summary>The <c>x-</c> extensions of the operation by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extensions { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The example of the first documented response with a 2xx status; null when there is none.</summary>
    public JsonElement? SuccessExample => Responses.FirstOrDefault(r => r.Status.StartsWith('2'))?.Example;
}
