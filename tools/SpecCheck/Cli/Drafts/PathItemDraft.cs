using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Writes the path item that a schema describes, in the style of a spec.</summary>
/// <param name="spec">Document whose shared parts are used.</param>
internal sealed partial class PathItemDraft(SpecDocument spec)
{
    /// <param name="methods">Operations of one path, all complete.</param>
    /// <returns>YAML to stand under <c>paths</c>.</returns>
    public string Write(IReadOnlyList<SourceFacts> methods) => Yaml.Save(Yaml.Map(("paths", Yaml.Map((
        methods[0].Path!,
        Yaml.Map(methods.Select(one => (one.Method!.ToLowerInvariant(), (object?)Operation(one)))))))));

    private OrderedDictionary<string, object> Operation(SourceFacts one)
    {
        var title = Brackets().Replace(one.Title ?? one.Path!, "").Trim();
        var weight = one.Weight!;
        var scheme = one.SecurityType is null or SecurityTypes.None
            ? null : spec.Components("securitySchemes").FirstOrDefault().Name;
        var signature = SecurityTypes.IsSigned(one.SecurityType)
            ? [new ParameterFact(SecurityTypes.Signature, "STRING", "YES", null)]
            : Array.Empty<ParameterFact>();
        return Yaml.Map(
            ("operationId", one.OperationId),
            ("summary", Yaml.Sentence(title)),
            Yaml.Comment(weight.Value is null
                ? $"The docs give no single number ({weight}): the largest is safe."
                : null),
            ("x-weight", Numbers.Parse(weight.Largest)),
            ("x-security-type", one.SecurityType ?? SecurityTypes.None),
            Yaml.Comment("Does sending the same request again end in the same state? The docs don't say; "
                + "false is the safe choice."),
            ("x-repeat-harmless", false),
            ("x-docs", one.Address is null ? null : Yaml.Map((SpecOperation.SchemaKey, new[] { one.Address }))),
            ("security", scheme is null ? [] : new[] { Yaml.Map((scheme, Array.Empty<object>())) }),
            ("parameters", one.Parameters.Concat(signature).DistinctBy(each => each.Name).Select(Parameter)),
            ("responses", Yaml.Map(
            [
                ("200", Success(title, one)),
                .. Shared("responses", first => first.Node["responses"]).Where(other => !other.Name.StartsWith('2')),
            ])));
    }

    private OrderedDictionary<string, object> Success(string title, SourceFacts one) => Yaml.Map(
        ("description", Yaml.Sentence(title)),
        ("headers", Shared("headers", first => first.Success?["headers"]).ToList() is { Count: > 0 } headers
            ? Yaml.Map(headers) : null),
        ("content", Yaml.Map(("application/json", Yaml.Map(
            ("schema", new SchemaDraft().Create(one.ResponseNode!)))))));

    /// <summary>References to the shared parts that the first operation of the spec uses, as every one does.</summary>
    private IEnumerable<(string Name, object? Value)> Shared(string kind, Func<SpecOperation, SourceNode?> usedBy) =>
        from one in spec.Operations.Take(1).SelectMany(first => usedBy(first)?.Entries ?? [])
        from shared in spec.Components(kind)
        where ReferenceEquals(shared.Value.Identity, one.Value.Identity)
        select (one.Name, (object?)Yaml.Reference($"#/components/{kind}/{shared.Name}"));

    /// <summary>A shared parameter by reference, any other in full.</summary>
    private object Parameter(ParameterFact docs)
    {
        var key =
            from shared in spec.Components("parameters")
            from parameter in OpenApiParameters.Read([shared.Value])
            where Fits(docs, parameter)
            select shared.Name;
        return key.FirstOrDefault() is { } name
            ? Yaml.Reference($"#/components/parameters/{name}")
            : Yaml.Map(
                ("name", docs.Name),
                ("in", docs.Place is "path" or "header" ? docs.Place : "query"),
                ("required", docs.Mandatory == "YES"),
                ("description", Yaml.Sentence(docs.Name)),
                ("schema",
                    docs.Schema is { } schema ? new SchemaDraft().Create(schema) : Yaml.Map(("type", "string"))));
    }

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

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();
}
