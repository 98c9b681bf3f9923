namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Makes the parameters of a page: shared ones by reference, the others in full.</summary>
internal sealed class ParameterDraft(SpecDocument spec)
{
    public IEnumerable<object> Create(SourceFacts page)
    {
        var signature = SecurityTypes.IsSigned(page.SecurityType)
            ? [new ParameterFact(SecurityTypes.Signature, "STRING", "YES", null)]
            : Array.Empty<ParameterFact>();
        return page.Parameters.Concat(signature).DistinctBy(one => one.Name).Select(Create);
    }

    private object Create(ParameterFact docs) =>
        spec.SharedParameters.FirstOrDefault(shared => Fits(docs, shared.Parameter)).Key is { } key
            ? Yaml.Reference($"#/components/parameters/{key}")
            : Yaml.Map(
                ("name", docs.Name),
                ("in", docs.Place is "path" or "header" ? docs.Place : "query"),
                Yaml.Comment(docs.Mandatory is "YES" or "NO"
                    ? null
                    : $"The docs say {docs.Mandatory}: describe when it has to be sent."),
                ("required", docs.Mandatory == "YES"),
                ("description", Names.Sentence(docs.Name)),
                ("schema", Schema(IsNarrow(docs) ? "INT" : docs.Type!, docs)));

    private static bool Fits(ParameterFact docs, ParameterFact shared) =>
        shared.Name == docs.Name
        && (docs.Mandatory == "YES") == (shared.Mandatory == "YES")
        && (DocsType.Fits(docs.Type!, shared.Type) || (IsNarrow(docs) && DocsType.Fits("INT", shared.Type)))
        && (docs.Minimum is null || docs.Minimum == shared.Minimum)
        && (docs.Maximum is null || docs.Maximum == shared.Maximum)
        && (docs.Default is null || Numbers.Same(docs.Default, shared.Default))
        && (docs.Enum is null || docs.Enum.ToHashSet().SetEquals(shared.Enum ?? []));

    /// <summary>True for 64 bits of a schema whose bounds fit 32.</summary>
    private static bool IsNarrow(ParameterFact docs) =>
        docs is { Place: not null, Type: "LONG", Minimum: >= int.MinValue, Maximum: <= int.MaxValue };

    /// <param name="docs">What binds the value; null for the items of an array.</param>
    private static OrderedDictionary<string, object> Schema(string docsType, ParameterFact? docs = null)
    {
        var (type, format, item) = DocsType.ToSchema(docsType);
        return Yaml.Map(
            ("type", type),
            ("format", format),
            ("items", type != "array" ? null : item is null ? Yaml.Map() : Schema(item)),
            ("minimum", docs?.Minimum),
            ("maximum", docs?.Maximum),
            ("default", Value(docs?.Default)),
            ("enum", Yaml.List(docs?.Enum?.Select(Value))));

        object? Value(string? value) => type switch
        {
            "integer" or "number" => Numbers.Parse(value),
            "boolean" when value is not null => value == "true",
            _ => value,
        };
    }
}
