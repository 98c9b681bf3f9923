namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Makes the parameters of an operation: shared ones by reference, the others in full.</summary>
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
                ("required", docs.Mandatory == "YES"),
                ("description", Yaml.Sentence(docs.Name)),
                ("schema", docs.Schema is { } schema ? new SchemaDraft().Create(schema) : Yaml.Map(("type", "string"))));

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
}
