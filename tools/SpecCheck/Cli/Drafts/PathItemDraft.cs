using YamlDotNet.RepresentationModel;

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
            select (method.Key, (YamlNode?)Operation([.. method]));
        return Yaml.Save(Yaml.Map(("paths", Yaml.Map((pages[0].Path!, Yaml.Map(methods))))));
    }

    private YamlMappingNode Operation(IReadOnlyList<SourceFacts> pages)
    {
        var page = pages[0];
        var title = page.Title ?? page.Path!;
        var weight = page.Weight!;
        return Yaml.Map(
            ("operationId", Yaml.Text(page.OperationId ?? Names.Camel(title))),
            ("tags", Yaml.List([Yaml.Text(Tag(page))])),
            ("summary", Yaml.Text(Names.Sentence(title))),
            Yaml.Comment(weight.Value is null
                ? $"The docs give no single number ({weight}): the largest is safe."
                : null),
            ("x-weight", Yaml.Plain(weight.Largest)),
            ("x-security-type", Yaml.Text(page.SecurityType ?? SecurityTypes.None)),
            Yaml.Comment("Does sending the same request again end in the same state? The docs don't say; "
                + "false is the safe choice."),
            ("x-repeat-harmless", Yaml.Plain("false")),
            ("x-docs", Docs(pages)),
            ("security", Security(page)),
            ("parameters", new ParameterDraft(spec).Create(page)),
            ("responses", Yaml.Map(
            [
                ("200", Success(title, page)),
                .. spec.SharedResponses.Select(one => (one.Name, (YamlNode?)Yaml.Reference(one.Target))),
            ])));
    }

    private static YamlMappingNode? Docs(IReadOnlyList<SourceFacts> pages)
    {
        var docs = Yaml.Map(
            from page in pages.Where(page => page.Address is not null).DistinctBy(page => page.Language)
            let address = Yaml.Text(page.Address!)
            select (page.Language ?? SpecOperation.SchemaKey, (YamlNode?)new YamlSequenceNode(address)));
        return docs.Children.Count > 0 ? docs : null;
    }

    private YamlSequenceNode Security(SourceFacts page)
    {
        var scheme = spec.Components("securitySchemes").FirstOrDefault().Name;
        return scheme is null || page.SecurityType is null or SecurityTypes.None
            ? []
            : [Yaml.Map((scheme, new YamlSequenceNode()))];
    }

    private YamlMappingNode Success(string title, SourceFacts page)
    {
        var headers = Yaml.Map(spec.SharedHeaders.Select(one => (one.Name, (YamlNode?)Yaml.Reference(one.Target))));
        var schema = page.ResponseNode is { } node
            ? new ResponseDraft().Create(node)
            : ExampleSchema.Create(page.ResponseExamples);
        return Yaml.Map(
            ("description", Yaml.Text(Names.Sentence(title))),
            ("headers", headers.Children.Count > 0 ? headers : null),
            ("content", Yaml.Map(("application/json", Yaml.Map(("schema", schema))))));
    }

    /// <summary>The tag that the address of the page names: <c>…/market-data/rest-api/…</c> is Market Data.</summary>
    private string? Tag(SourceFacts page) => spec.Tags.FirstOrDefault(tag =>
        page.Address?.Split('/', '#').Contains(tag.Replace(' ', '-'), StringComparer.OrdinalIgnoreCase) is true);
}
