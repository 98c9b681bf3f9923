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
            ("parameters", new ParameterDraft(spec).Create(one)),
            ("responses", Yaml.Map([("200", Success(title, one)), .. References(spec.SharedResponses)])));
    }

    private OrderedDictionary<string, object> Success(string title, SourceFacts one) => Yaml.Map(
        ("description", Yaml.Sentence(title)),
        ("headers", spec.SharedHeaders.Any() ? Yaml.Map(References(spec.SharedHeaders)) : null),
        ("content", Yaml.Map(("application/json", Yaml.Map(
            ("schema", new SchemaDraft().Create(one.ResponseNode!)))))));

    private static IEnumerable<(string, object?)> References(IEnumerable<(string Name, string Target)> shared) =>
        shared.Select(one => (one.Name, (object?)Yaml.Reference(one.Target)));

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();
}
