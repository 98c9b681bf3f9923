using Fapi.Contract;
using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Read.Schemas;

/// <summary>Reads an official schema, an OpenAPI 3.0 document, into the facts of each of its operations.</summary>
internal static partial class SchemaReader
{
    /// <summary>Bytes within which a schema has to name its version.</summary>
    public const int MarkWithin = 4_000;

    /// <summary>Keywords of a parameter's schema that are compared, or that say nothing about values.</summary>
    private static readonly string[] Known =
    [
        "type", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "default", "enum", "items",
        "description", "title", "example", "examples", "deprecated", "nullable", "externalDocs",
    ];

    private static readonly string[] Written =
        ["x-parameters-notes", "x-parameters-notes-cn", "x-response-notes", "x-response-notes-cn"];

    private static readonly string[] Bounds = ["minimum", "maximum"];

    /// <summary>True for a text that begins as an OpenAPI document does, whole or cut off.</summary>
    public static bool IsSchema(string start) => Mark().IsMatch(start);

    /// <exception cref="PageException">The document can't be used.</exception>
    public static IReadOnlyList<SourceFacts> Read(PageContent content, string text)
    {
        try
        {
            var root = SourceDocument.Parse(text, content.Source).Root;
            var hash = OperationHash.Compute(content.Bytes.Span);
            List<SpecOperation> operations = [.. SpecOperation.All(root)];
            return Refuse(content, root, operations) is { } refusal ? throw new PageException(refusal)
                : [.. operations.Select(one => FactsOf(content, one) with { DocumentHash = hash })];
        }
        catch (ContractDocumentException error)
        {
            var line = error.Line is { } number ? $" (line {number})" : "";
            throw new PageException($"The schema can't be read{line}: {error.Reason}.");
        }
    }

    /// <summary>The reason why nothing can be said from this document; null where it can be used.</summary>
    private static string? Refuse(PageContent content, SourceNode root, List<SpecOperation> operations)
    {
        var isElsewhere = content.AskedFor is { } asked
            && !string.Equals(asked.GetLeftPart(UriPartial.Path), content.Source, StringComparison.OrdinalIgnoreCase);
        var version = root["openapi"]?.Text;
        var used = operations.SelectMany(one => one.Node["tags"]?.Items ?? []).Select(tag => tag.Text);
        var unused = root["tags"]?.Items.Select(tag => tag["name"]?.Text).Except(used).OfType<string>();
        return isElsewhere ? "The schema has moved to another address."
            : version?.StartsWith("3.0.", StringComparison.Ordinal) is not true
                ? $"It is not an OpenAPI 3.0 document ({version ?? root["swagger"]?.Text ?? "no version"}); "
                    + "only those are compared."
            : root["paths"]?.Entries.Any() is not true ? "The schema has no paths; it looks cut off."
            : unused?.FirstOrDefault() is { } tag
                ? $"The schema names the tag {tag} and has no operation of it; it looks cut off."
            : null;
    }

    private static SourceFacts FactsOf(PageContent content, SpecOperation one)
    {
        var document = one.Node.Document;
        return one.Facts with
        {
            Source = content.Source,
            Address = content.AskedFor?.AbsoluteUri,
            IsSchema = true,
            Version = document.Root["info"]?["version"]?.Text,
            Hash = OperationHash.Compute(one.Node),
            Recognised = true,
            Problems =
            [
                .. one.Facts.Parameters.SelectMany(Unread),
                .. one.Facts.ResponseFields.Count == 0 ? ["The schema describes no JSON response of it."]
                    : Array.Empty<string>(),
                .. one.Facts.Problems,
            ],
            IsSigned = one.Node["x-signed"]?.IsTrue is true,
            // The schema names an integer without its width where ours has 64 bits.
            Parameters = [.. one.Facts.Parameters.Select(parameter => parameter with
            {
                Type = parameter.Type?.Replace(DocsType.AnyInteger, "LONG", StringComparison.Ordinal),
            })],
            Notes = Notes.In(Written.Select(key => one.Node[key]?.Text).OfType<string>(), one.Facts.Parameters),
            Quote = fact => document.LineText(one.LineOf(fact)),
        };
    }

    private static IEnumerable<string> Unread(ParameterFact one) =>
        new[] { one.Schema, one.Schema?["items"] }.OfType<SourceNode>().SelectMany(schema => schema.Entries)
            .Select(entry => entry.Name).Except(Known).Where(name => !name.StartsWith("x-", StringComparison.Ordinal))
            .Select(name => $"The schema has `{name}` for the parameter {one.Name}, which is not compared.")
            .Concat(Bounds.Where(bound => one.Schema?[bound] is { Number: null })
                .Select(bound => $"The schema's `{bound}` of the parameter {one.Name} is no number."));

    [GeneratedRegex(
        @"\A\s*(\{\s*""(openapi|swagger)""\s*:|((#.*|---.*|\s*)\n)*(openapi|swagger)\s*:)",
        RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
