namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Writes the path item that a page describes, in the style of a spec.</summary>
/// <param name="spec">Document whose shared parts are used.</param>
internal sealed class PathItemDraft(SpecDocument spec)
{
    /// <param name="pages">The languages of the pages of one path, all complete.</param>
    /// <returns>YAML to stand under <c>paths</c>.</returns>
    public string Write(IReadOnlyList<SourceFacts> pages)
    {
        var methods =
            from page in pages
            group page by page.Method!.ToLowerInvariant() into method
            select (method.Key, (object?)Operation([.. method]));
        return Yaml.Save(Yaml.Map(("paths", Yaml.Map((pages[0].Path!, Yaml.Map(methods))))));
    }

    private OrderedDictionary<string, object> Operation(IReadOnlyList<SourceFacts> pages)
    {
        var page = pages[0];
        var title = page.Title ?? page.Path!;
        var weight = page.Weight!;
        var docs = pages.Where(one => one.Address is not null).DistinctBy(one => one.Language)
            .Select(one => (one.Language ?? SpecOperation.SchemaKey, (object?)new[] { one.Address }));
        var scheme = page.SecurityType is null or SecurityTypes.None
            ? null : spec.Components("securitySchemes").FirstOrDefault().Name;
        return Yaml.Map(
            ("operationId", page.OperationId ?? Names.Camel(title)),
            ("tags", Yaml.List(Tags(page))),
            ("summary", Names.Sentence(title)),
            Yaml.Comment(weight.Value is null
                ? $"The docs give no single number ({weight}): the largest is safe."
                : null),
            ("x-weight", Numbers.Parse(weight.Largest)),
            ("x-security-type", page.SecurityType ?? SecurityTypes.None),
            Yaml.Comment("Does sending the same request again end in the same state? The docs don't say; "
                + "false is the safe choice."),
            ("x-repeat-harmless", false),
            ("x-docs", docs.Any() ? Yaml.Map(docs) : null),
            ("security", scheme is null ? [] : new[] { Yaml.Map((scheme, Array.Empty<object>())) }),
            ("parameters", new ParameterDraft(spec).Create(page)),
            ("responses", Yaml.Map([("200", Success(title, page)), .. References(spec.SharedResponses)])));
    }

    private OrderedDictionary<string, object> Success(string title, SourceFacts page) => Yaml.Map(
        ("description", Names.Sentence(title)),
        ("headers", spec.SharedHeaders.Any() ? Yaml.Map(References(spec.SharedHeaders)) : null),
        ("content", Yaml.Map(("application/json", Yaml.Map(("schema", page.ResponseNode is { } node
            ? new ResponseDraft().Create(node)
            : ExampleSchema.Create(page.ResponseExamples)))))));

    private static IEnumerable<(string Key, object? Value)> References(IEnumerable<(string Name, string Target)> shared) =>
        shared.Select(one => (one.Name, (object?)Yaml.Reference(one.Target)));

    /// <summary>The tag that the address of the page names: <c>…/market-data/rest-api/…</c> is Market Data.</summary>
    private IEnumerable<string> Tags(SourceFacts page) => spec.Tags.Where(tag =>
        page.Address?.Split('/', '#').Contains(tag.Replace(' ', '-'), StringComparer.OrdinalIgnoreCase) is true)
        .Take(1);
}
