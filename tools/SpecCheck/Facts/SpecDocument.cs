using Fapi.Contract;
using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Facts;

/// <summary>The spec: its operations, with the line of everything that it states.</summary>
internal sealed class SpecDocument
{
    private readonly SourceNode _root;

    private SpecDocument(SourceNode root)
    {
        _root = root;
        Operations = [.. SpecOperation.All(root)];
        ErrorCodes = root["x-error-codes"]?.Items.Select(item => item["code"]?.Text).OfType<string>().ToHashSet() ?? [];
    }

    /// <summary>As given on the command line.</summary>
    public string File => _root.Document.Name;

    public IReadOnlyList<SpecOperation> Operations { get; }

    /// <summary>Exchange codes that the document has an entry for.</summary>
    public IReadOnlySet<string> ErrorCodes { get; }

    /// <summary>Addresses of official schemas that the operations list.</summary>
    public IEnumerable<string> Schemas => Operations.SelectMany(one => one.Schemas).Distinct();

    public int ErrorCodesLine => _root["x-error-codes"]?.Line ?? 1;

    public int PathsLine => _root["paths"]!.Line;

    /// <summary>Parameters that operations refer to, by the key that they have under <c>components</c>.</summary>
    public IEnumerable<(string Key, ParameterFact Parameter)> SharedParameters =>
        from entry in Components("parameters")
        from parameter in OpenApiParameters.Read([entry.Value])
        select (entry.Name, parameter);

    /// <summary>Headers that the first operation's response refers to.</summary>
    public IEnumerable<(string Name, string Target)> SharedHeaders =>
        Operations.Take(1).SelectMany(one => Shared("headers", one.ResponseHeaders));

    /// <summary>Responses other than success that the first operation refers to, as every operation does.</summary>
    public IEnumerable<(string Name, string Target)> SharedResponses =>
        Operations.Take(1).SelectMany(one => Shared("responses", one.OtherResponses));

    /// <exception cref="WrongInputException">The text is not an OpenAPI 3 document.</exception>
    public static SpecDocument Parse(string text, string file)
    {
        try
        {
            var root = SourceDocument.Parse(text, file).Root;
            return root["openapi"]?.Text?.StartsWith("3.", StringComparison.Ordinal) is true
                && root["paths"] is not null
                ? new SpecDocument(root)
                : throw new WrongInputException(
                    $"{file} is not an OpenAPI 3 document: it needs `openapi: 3.…` and `paths`.");
        }
        catch (ContractDocumentException error)
        {
            throw new WrongInputException(error.Message);
        }
    }

    /// <summary>Entries of a kind of reusable parts, such as <c>parameters</c>.</summary>
    public IEnumerable<(string Name, SourceNode Value)> Components(string kind) =>
        _root["components"]?[kind]?.Entries ?? [];

    public int LineOf(string operation) => Operations.First(one => one.Name == operation).Line;

    public string LineText(int line) => _root.Document.LineText(line);

    private IEnumerable<(string Name, string Target)> Shared(
        string kind, IEnumerable<(string Name, SourceNode Value)> used) =>
        from one in used
        from shared in Components(kind)
        where ReferenceEquals(shared.Value.Identity, one.Value.Identity)
        select (one.Name, $"#/components/{kind}/{shared.Name}");
}
