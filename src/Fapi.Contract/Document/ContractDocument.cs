using System.Text.Json;

namespace Fapi.Contract;

/// <summary>The content of an OpenAPI 3.0 document, read-only and independent of the library that read it.</summary>
public sealed class ContractDocument
{
    private readonly Func<string, string, ContractOperation?> _match;

    internal ContractDocument(Func<string, string, ContractOperation?> match) => _match = match;

    /// <summary>Name under which the document was loaded, usually its file.</summary>
    public required string Name { get; init; }

    /// <summary>Title of the API.</summary>
    public required string Title { get; init; }

    /// <summary>URLs of the servers in the order of the document.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    /// <summary>The operations in the order of the document.</summary>
    public IReadOnlyList<ContractOperation> Operations { get; init; } = [];

    /// <summary>The security schemes by the name that the document gives them.</summary>
    public IReadOnlyDictionary<string, ContractSecurityScheme> SecuritySchemes { get; init; } =
        new Dictionary<string, ContractSecurityScheme>();

    /// <summary>The <c>x-</c> extensions of the document by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extensions { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Finds the operation that a request is for.</summary>
    /// <param name="method">Method; case matters.</param>
    /// <param name="target">Path, with or without a query, percent-encoded as sent.</param>
    /// <returns>The operation, or null when the document has none for this path and method.</returns>
    public ContractOperation? Match(string method, string target)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(target);
        return _match(method, RequestTarget.PathOf(target));
    }
}
