using YamlDotNet.RepresentationModel;

namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Makes the parameters of a page: shared ones by reference, the others in full.</summary>
internal sealed class ParameterDraft(SpecDocument spec)
{
    public YamlSequenceNode Create(SourceFacts page)
    {
        List<ParameterFact> wanted = [.. page.Parameters.DistinctBy(one => one.Name)];
        if (SecurityTypes.IsSigned(page.SecurityType) && wanted.TrueForAll(one => one.Name != SecurityTypes.Signature))
        {
            wanted.Add(new ParameterFact(SecurityTypes.Signature, "STRING", "YES", null));
        }

        return new YamlSequenceNode(wanted.Select(Create));
    }

    private YamlMappingNode Create(ParameterFact docs) =>
        spec.SharedParameters.FirstOrDefault(shared => Fits(docs, shared.Parameter)).Key is { } key
            ? Yaml.Map(("$ref", Yaml.Text($"#/components/parameters/{key}")))
            : Yaml.Map(
                ("name", Yaml.Text(docs.Name)),
                ("in", Yaml.Text(docs.Place is "path" or "header" ? docs.Place : "query")),
                Yaml.Comment(docs.Mandatory is "YES" or "NO"
                    ? null
                    : $"The docs say {docs.Mandatory}: describe when it has to be sent."),
                ("required", Yaml.Plain(docs.Mandatory == "YES" ? "true" : "false")),
                ("description", Yaml.Text(Names.Sentence(docs.Name))),
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
    private static YamlMappingNode Schema(string docsType, ParameterFact? docs = null)
    {
        var (type, format, item) = DocsType.ToSchema(docsType);
        var items = item is null ? Yaml.Schema() : Schema(item);
        return Yaml.Schema(
            ("type", Yaml.Text(type)),
            ("format", Yaml.Text(format)),
            ("items", type == "array" ? items : null),
            ("minimum", Yaml.Plain(Numbers.Text(docs?.Minimum))),
            ("maximum", Yaml.Plain(Numbers.Text(docs?.Maximum))),
            ("default", Value(docs?.Default)),
            ("enum", Yaml.List(docs?.Enum?.Select(Value) ?? [])));

        YamlScalarNode? Value(string? value) =>
            type is "integer" or "number" or "boolean" ? Yaml.Plain(value) : Yaml.Text(value);
    }
}
