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

    public static SourceFacts Read(PageContent content, SpecOperation one, SourceNode root)
    {
        List<string> problems = [.. one.Parameters.SelectMany(Unread)];
        if (one.Fields.Count == 0)
        {
            problems.Add("The schema describes no JSON response of it.");
        }

        problems.AddRange(
            one.UntypedFields.Select(field => $"The schema gives no type for the response field {field}."));
        var document = root.Document;
        return new SourceFacts
        {
            Source = content.Source,
            Address = content.AskedFor?.AbsoluteUri,
            IsSchema = true,
            Version = root["info"]?["version"]?.Text,
            Hash = OperationHash.Compute(one.Node),
            Title = one.Summary,
            Recognised = true,
            Problems = problems,
            Method = one.Method,
            Path = one.Path,
            OperationId = one.OperationId,
            SecurityType = one.SecurityType,
            IsDeprecated = one.IsDeprecated,
            IsSigned = one.Node["x-signed"]?.IsTrue is true,
            HasKeyHeader = one.HasKeyHeader,
            Hosts = one.Hosts(root),
            Weight = WeightOf(one.Node),
            Parameters = [.. one.Parameters.Select(Parameter)],
            ResponseFields =
            [
                .. one.Fields.SelectMany(field => field.Types.Select(type =>
                    new ResponseFieldFact(field.Name, type, type == "integer" ? field.Format
                        : null, field.Required, field.Example))),
            ],
            ResponseNode = one.ResponseNode,
            Quote = fact => document.LineText(one.LineOf(fact)),
        };
    }

    private static ParameterFact Parameter(SpecParameter one) => new(
        one.Name,
        TypeOf(one.Type, one.Format, one.ItemType, one.ItemFormat),
        one.Required ? "YES" : "NO",
        one.Description,
        one.Minimum,
        one.Maximum,
        one.Default,
        one.Enum,
        one.Place,
        one.IsDeprecated);

    /// <summary>The word that pages have for a type, so that one rule compares both.</summary>
    private static string? TypeOf(string? type, string? format, string? item = null, string? itemFormat = null) =>
        (type, format) switch
        {
            ("string", "decimal") or ("number", _) => "DECIMAL",
            ("string", _) => "STRING",
            ("integer", "int32") => "INT",
            ("integer", _) => "LONG",
            ("boolean", _) => "BOOLEAN",
            ("object", _) => "OBJECT",
            ("array", _) => TypeOf(item, itemFormat) is { } inner ? $"ARRAY<{inner}>" : "ARRAY",
            _ => null,
        };

    private static IEnumerable<string> Unread(SpecParameter one)
    {
        foreach (var keyword in one.Keywords.Except(Known)
            .Where(name => !name.StartsWith("x-", StringComparison.Ordinal)))
        {
            yield return $"The schema has `{keyword}` for the parameter {one.Name}, which is not compared.";
        }

        foreach (var bound in one.BrokenBounds)
        {
            yield return $"The schema's `{bound}` of the parameter {one.Name} is no number.";
        }
    }

    private static WeightFact? WeightOf(SourceNode operation)
    {
        var text = (operation["x-ip-weight"] ?? operation["x-uid-weight"] ?? operation["x-weight"])?.Text;
        return text is null
            ? null
            : new WeightFact(text, int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                ? value : null);
    }
}
