using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Read.Schemas;

/// <summary>Turns one operation of a schema into facts.</summary>
internal static class SchemaFacts
{
    /// <summary>Keywords of a parameter's schema that are compared, or that say nothing about values.</summary>
    private static readonly string[] Known =
    [
        "type", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "default", "enum", "items",
        "description", "title", "example", "examples", "deprecated", "nullable", "externalDocs",
    ];

    private static readonly string[] Written =
        ["x-parameters-notes", "x-parameters-notes-cn", "x-response-notes", "x-response-notes-cn"];

    private static readonly string[] Bounds = ["minimum", "maximum"];

    public static SourceFacts Read(PageContent content, SpecOperation one)
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
                .. one.UntypedFields.Select(field => $"The schema gives no type for the response field {field}."),
            ],
            IsSigned = one.Node["x-signed"]?.IsTrue is true,
            // The schema names an integer without its width where ours has 64 bits.
            Parameters = [.. one.Facts.Parameters.Select(parameter => parameter with
            {
                Type = parameter.Type?.Replace(DocsType.AnyInteger, "LONG", StringComparison.Ordinal),
            })],
            Notes = Notes.In(
                Written.Select(key => one.Node[key]?.Text).OfType<string>(), one.Facts.Parameters),
            Quote = fact => document.LineText(one.LineOf(fact)),
        };
    }

    private static IEnumerable<string> Unread(ParameterFact one)
    {
        var keywords = new[] { one.Schema, one.Schema?["items"] }.OfType<SourceNode>()
            .SelectMany(schema => schema.Entries).Select(entry => entry.Name);
        return keywords.Except(Known).Where(name => !name.StartsWith("x-", StringComparison.Ordinal))
            .Select(name => $"The schema has `{name}` for the parameter {one.Name}, which is not compared.")
            .Concat(Bounds.Where(bound => one.Schema?[bound] is { Number: null })
                .Select(bound => $"The schema's `{bound}` of the parameter {one.Name} is no number."));
    }
}
