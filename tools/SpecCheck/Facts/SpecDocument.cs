using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Facts;

/// <summary>The spec: its operations, with the line of everything that it states.</summary>
internal sealed class SpecDocument(SourceNode root)
{
    public string File => root.Document.Name;

    public IReadOnlyList<SpecOperation> Operations { get; } = [.. SpecOperation.All(root)];

    /// <summary>Exchange codes that the document has an entry for.</summary>
    public IReadOnlySet<string> ErrorCodes { get; } =
        root["x-error-codes"]?.Items.Select(item => item["code"]?.Text).OfType<string>().ToHashSet() ?? [];

    /// <summary>Addresses of official schemas that the operations list.</summary>
    public IEnumerable<string> Schemas => Operations.SelectMany(one => one.Schemas).Distinct();

    public int ErrorCodesLine => root["x-error-codes"]?.Line ?? 1;

    public int PathsLine => root["paths"]!.Line;

    /// <exception cref="WrongInputException">The text is not an OpenAPI 3 document.</exception>
    public static SpecDocument Parse(string text, string file)
    {
        var root = SourceDocument.Parse(text, file).Root;
        return root["openapi"]?.Text?.StartsWith("3.", StringComparison.Ordinal) is true && root["paths"] is not null
            ? new SpecDocument(root)
            : throw new WrongInputException(
                $"{file} is not an OpenAPI 3 document: it needs `openapi: 3.…` and `paths`.");
    }

    /// <summary>Entries of a kind of reusable parts, such as <c>parameters</c>.</summary>
    public IEnumerable<(string Name, SourceNode Value)> Components(string kind) =>
        root["components"]?[kind]?.Entries ?? [];

    public int LineOf(string operation) => Operations.First(one => one.Name == operation).Line;

    public string LineText(int line) => root.Document.LineText(line);
}
