using Fapi.Contract.Loading;
using Fapi.Contract.Messages;
using Fapi.Contract.Plans;
using Fapi.Contract.Rules;

namespace Fapi.Contract;

/// <summary>Checks requests and responses against an OpenAPI 3.0 document; safe for use by many threads.</summary>
public sealed class ContractVerifier
{
    private readonly PathTable _paths;

    private ContractVerifier(PathTable paths, ContractDocument document)
    {
        _paths = paths;
        Document = document;
    }

    /// <summary>The document that messages are checked against.</summary>
    public ContractDocument Document { get; }

    /// <summary>Loads a document, YAML or JSON.</summary>
    /// <param name="path">Path of the file.</param>
    /// <returns>A verifier for the document.</returns>
    /// <exception cref="ContractDocumentException">The file cannot be read, or is not a usable OpenAPI 3.0
    /// document.</exception>
    public static ContractVerifier FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var file = File.OpenRead(path);
            return FromStream(file, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ContractDocumentException(path, null, null, $"the file cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Loads a document, YAML or JSON; the stream stays open.</summary>
    /// <param name="stream">The document in UTF-8.</param>
    /// <param name="name">Name to show in errors, usually the file's.</param>
    /// <returns>A verifier for the document.</returns>
    /// <exception cref="ContractDocumentException">It is not a usable OpenAPI 3.0 document.</exception>
    public static ContractVerifier FromStream(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        var (paths, document) = DocumentLoader.Load(SourceDocument.Parse(stream, name));
        return new ContractVerifier(paths, document);
    }

    /// <summary>Loads the document that this package carries, the one that the SDK is generated from.</summary>
    /// <returns>A verifier for the SDK's own contract.</returns>
    public static ContractVerifier Embedded()
    {
        const string name = "openapi.yaml";
        using var stream = typeof(ContractVerifier).Assembly.GetManifestResourceStream(name)!;
        return FromStream(stream, name);
    }

    /// <summary>Checks a request.</summary>
    /// <param name="request">The request as sent.</param>
    /// <returns>What does not keep to the contract; empty when all does.</returns>
    public ContractFindings VerifyRequest(RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var facts = new RequestFacts(request, _paths);
        var plan = facts.Match.Plan;
        return Rule<RequestFacts>.Run(
            plan is null ? RuleTable.Targets : RuleTable.Requests,
            facts,
            plan?.Operation.Id ?? Excerpt.Shorten(request.Method));
    }

    /// <summary>Checks a response. A request that matches no operation is itself the finding.</summary>
    /// <param name="request">The request that it responds to.</param>
    /// <param name="response">The response as received.</param>
    /// <returns>What does not keep to the contract; empty when all does.</returns>
    public ContractFindings VerifyResponse(RecordedRequest request, RecordedResponse response)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(response);
        if (_paths.Match(request.Method, RequestTarget.PathOf(request.Target)).Plan is not { } plan)
        {
            return VerifyRequest(request);
        }

        var facts = new ResponseFacts(request, response, plan, plan.ResponseFor(response.Status));
        return Rule<ResponseFacts>.Run(RuleTable.Responses, facts, plan.Operation.Id);
    }
}
