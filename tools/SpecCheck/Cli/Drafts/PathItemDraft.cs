using System.Text.Json.Nodes;

namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Writes the path item that a page describes, in the style of a spec.</summary>
/// <param name="spec">Document whose shared parts are used.</param>
internal sealed class PathItemDraft(SpecDocument spec)
{
    private const string Indent = "  ";

    /// <param name="pages">The languages of the pages of one path, all complete.</param>
    /// <returns>YAML to stand under <c>paths</c>.</returns>
    public string Write(IReadOnlyList<SourceFacts> pages)
    {
        var yaml = new YamlText();
        yaml.Map(() => yaml.Key(pages[0].Path!).Map(() =>
        {
            foreach (var method in pages.GroupBy(page => page.Method!))
            {
                yaml.Key(method.Key.ToLowerInvariant()).Map(() => Operation(yaml, method.First(), [.. method]));
            }
        }));
        return string.Concat(yaml.Lines().Select(line => $"{Indent}{line}\n"));
    }

    private void Operation(YamlText yaml, SourceFacts page, IReadOnlyList<SourceFacts> pages)
    {
        yaml.Entry("operationId", page.OperationId ?? Names.Camel(page.Title ?? page.Path!));
        if (Tag(page) is { } tag)
        {
            yaml.Key("tags").List(() => yaml.Text(tag), flow: true);
        }

        yaml.Entry("summary", Names.Sentence(page.Title ?? page.Path!));
        Weight(yaml, page.Weight!);
        yaml.Entry("x-security-type", page.SecurityType ?? SecurityTypes.None);
        yaml.Comment(
            "Does sending the same request again end in the same state? The docs don't say; false is the safe choice.");
        yaml.Plain("x-repeat-harmless", "false");
        Docs(yaml, pages);
        Security(yaml, page);
        yaml.Key("parameters");
        new ParameterDraft(spec, yaml).Write(page);
        yaml.Key("responses").Map(() => Responses(yaml, page));
    }

    private static void Weight(YamlText yaml, WeightFact weight)
    {
        if (weight.Value is null)
        {
            yaml.Comment($"The docs give no single number ({FactTable.WeightText(weight)}): the largest is safe.");
        }

        yaml.Plain("x-weight", weight.Largest);
    }

    private static void Docs(YamlText yaml, IReadOnlyList<SourceFacts> pages)
    {
        var addresses = pages.Where(page => page.Address is not null).DistinctBy(page => page.Language).ToList();
        if (addresses.Count == 0)
        {
            return;
        }

        yaml.Key("x-docs").Map(() =>
        {
            foreach (var page in addresses)
            {
                yaml.Key(page.Language ?? SpecOperation.SchemaKey).List(() => yaml.Text(page.Address!));
            }
        });
    }

    private void Security(YamlText yaml, SourceFacts page)
    {
        var scheme = spec.Components("securitySchemes").FirstOrDefault().Name;
        var none = scheme is null || page.SecurityType is null or SecurityTypes.None;
        yaml.Key("security").List(
            () =>
            {
                if (!none)
                {
                    yaml.Map(() => yaml.Key(scheme!).List(() => { }, flow: true));
                }
            },
            flow: none);
    }

    private void Responses(YamlText yaml, SourceFacts page)
    {
        yaml.Key("200").Map(() =>
        {
            yaml.Entry("description", Names.Sentence(page.Title ?? page.Path!));
            var headers = spec.SharedHeaders.ToList();
            if (headers.Count > 0)
            {
                yaml.Key("headers")
                    .Map(() => headers.ForEach(header => yaml.Key(header.Name).Reference(header.Target)));
            }

            yaml.Key("content").Map(() => yaml.Key("application/json").Map(() =>
            {
                yaml.Key("schema");
                if (page.ResponseNode is { } schema)
                {
                    new ResponseDraft(yaml).Write(schema);
                    return;
                }

                ResponseShape.From(page.ResponseExamples.Select(example => JsonNode.Parse(example.GetRawText())))
                    .Write(yaml);
            }));
        });
        foreach (var (status, target) in spec.SharedResponses)
        {
            yaml.Key(status).Reference(target);
        }
    }

    /// <summary>The tag that the address of the page names: <c>…/market-data/rest-api/…</c> is Market Data.</summary>
    private string? Tag(SourceFacts page) => spec.Tags.FirstOrDefault(tag =>
        page.Address?.Split('/', '#').Contains(tag.Replace(' ', '-'), StringComparer.OrdinalIgnoreCase) is true);
}
