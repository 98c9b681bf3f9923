namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Writes the parameters of a page: shared ones by reference, the others in full.</summary>
internal sealed class ParameterDraft(SpecDocument spec, YamlText yaml)
{
    public void Write(SourceFacts page)
    {
        List<ParameterFact> wanted = [.. page.Parameters.DistinctBy(one => one.Name)];
        if (SecurityTypes.IsSigned(page.SecurityType) && wanted.TrueForAll(one => one.Name != SecurityTypes.Signature))
        {
            wanted.Add(new ParameterFact(SecurityTypes.Signature, "STRING", "YES", null));
        }

        yaml.List(() => wanted.ForEach(Write), flow: wanted.Count == 0);
    }

    private void Write(ParameterFact docs)
    {
        if (spec.SharedParameters.FirstOrDefault(shared => Fits(docs, shared.Parameter)).Key is { } key)
        {
            yaml.Map(() => yaml.Entry("$ref", $"#/components/parameters/{key}"));
        }
        else
        {
            yaml.Map(() => Own(docs));
        }
    }

    private static bool Fits(ParameterFact docs, SpecParameter shared) =>
        shared.Name == docs.Name
        && (docs.Mandatory == "YES") == shared.Required
        && (DocsType.Fits(docs.Type!, shared) || (IsNarrow(docs) && DocsType.Fits("INT", shared)))
        && (docs.Minimum is null || docs.Minimum == shared.Minimum)
        && (docs.Maximum is null || docs.Maximum == shared.Maximum)
        && (docs.Default is null || Numbers.Same(docs.Default, shared.Default))
        && (docs.Enum is null || docs.Enum.ToHashSet().SetEquals(shared.Enum));

    private void Own(ParameterFact docs)
    {
        if (docs.Mandatory is not ("YES" or "NO"))
        {
            yaml.Comment($"The docs say {docs.Mandatory}: describe when it has to be sent.");
        }

        yaml.Entry("name", docs.Name);
        yaml.Entry("in", docs.Place is "path" or "header" ? docs.Place : "query");
        yaml.Plain("required", docs.Mandatory == "YES" ? "true" : "false");
        yaml.Entry("description", Names.Sentence(docs.Name));
        yaml.Key("schema").Map(() => Schema(docs), flow: true);
    }

    /// <summary>True for 64 bits of a schema whose bounds fit 32.</summary>
    private static bool IsNarrow(ParameterFact docs) =>
        docs is { Place: not null, Type: "LONG", Minimum: >= int.MinValue, Maximum: <= int.MaxValue };

    private void Schema(ParameterFact docs)
    {
        var (type, format, item) = DocsType.ToSchema(IsNarrow(docs) ? "INT" : docs.Type!);
        yaml.Entry("type", type);
        if (format is not null)
        {
            yaml.Entry("format", format);
        }

        if (type == "array")
        {
            yaml.Key("items").Map(() => Item(item), flow: true);
        }

        if (docs.Minimum is not null)
        {
            yaml.Plain("minimum", Numbers.Text(docs.Minimum)!);
        }

        if (docs.Maximum is not null)
        {
            yaml.Plain("maximum", Numbers.Text(docs.Maximum)!);
        }

        if (docs.Default is not null)
        {
            Value("default", docs.Default, type);
        }

        if (docs.Enum is { Count: > 0 } values)
        {
            yaml.Key("enum").List(() => values.ToList().ForEach(value => Value(null, value, type)), flow: true);
        }
    }

    private void Item(string? type)
    {
        if (type is null)
        {
            return;
        }

        var (name, format, _) = DocsType.ToSchema(type);
        yaml.Entry("type", name);
        if (format is not null)
        {
            yaml.Entry("format", format);
        }
    }

    private void Value(string? key, string value, string type)
    {
        if (key is not null)
        {
            yaml.Key(key);
        }

        if (type is "integer" or "number" or "boolean")
        {
            yaml.Unquoted(value);
        }
        else
        {
            yaml.Text(value);
        }
    }
}
