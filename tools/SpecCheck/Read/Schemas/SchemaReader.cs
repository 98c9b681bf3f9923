using Fapi.Contract;
using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Read.Schemas;

/// <summary>Reads an official schema, an OpenAPI 3.0 document, into the facts of each of its operations.</summary>
internal static partial class SchemaReader
{
    /// <summary>Bytes within which a schema has to name its version.</summary>
    public const int MarkWithin = 4_000;

    /// <summary>True for a text that begins as an OpenAPI document does, whole or cut off.</summary>
    public static bool IsSchema(string start) => Mark().IsMatch(start);

    /// <summary>The facts of every operation; one entry with the reason where the document can't be used.</summary>
    public static IReadOnlyList<SourceFacts> Read(PageContent content, string text)
    {
        try
        {
            var root = SourceDocument.Parse(text, content.Source).Root;
            return Refuse(content, root) is { } refusal
                ? [Refused(content, refusal)]
                : ReadOperations(content, root);
        }
        catch (ContractDocumentException error)
        {
            var line = error.Line is { } number ? $" (line {number})" : "";
            return [Refused(content, $"The schema can't be read{line}: {error.Reason}.")];
        }
    }

    private static List<SourceFacts> ReadOperations(PageContent content, SourceNode root)
    {
        var hash = OperationHash.Compute(content.Bytes.Span);
        return [.. SpecOperation.All(root).Select(one => SchemaFacts.Read(content, one) with { DocumentHash = hash })];
    }

    /// <summary>The reason why nothing can be said from this document; null where it can be used.</summary>
    private static string? Refuse(PageContent content, SourceNode root)
    {
        var isElsewhere = content.AskedFor is { } asked
            && !string.Equals(asked.GetLeftPart(UriPartial.Path), content.Source, StringComparison.OrdinalIgnoreCase);
        if (isElsewhere)
        {
            return "The schema has moved to another address.";
        }

        if (root["openapi"]?.Text is not { } version || !version.StartsWith("3.0.", StringComparison.Ordinal))
        {
            return "It is not an OpenAPI 3.0 document "
                + $"({root["openapi"]?.Text ?? root["swagger"]?.Text ?? "no version"}); "
                + "only those are compared.";
        }

        if (root["paths"]?.Entries.Any() is not true)
        {
            return "The schema has no paths; it looks cut off.";
        }

        var used = SpecOperation.All(root)
            .SelectMany(one => one.Node["tags"]?.Items ?? []).Select(tag => tag.Text).ToHashSet();
        return root["tags"]?.Items.Select(tag => tag["name"]?.Text).OfType<string>()
            .FirstOrDefault(tag => !used.Contains(tag)) is { } unused
            ? $"The schema names the tag {unused} and has no operation of it; it looks cut off."
            : null;
    }

    private static SourceFacts Refused(PageContent content, string problem) => new()
    {
        Source = content.Source,
        Address = content.AskedFor?.AbsoluteUri,
        IsSchema = true,
        Problems = [problem],
    };

    [GeneratedRegex(
        @"\A\s*(\{\s*""(openapi|swagger)""\s*:|((#.*|---.*|\s*)\n)*(openapi|swagger)\s*:)",
        RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
