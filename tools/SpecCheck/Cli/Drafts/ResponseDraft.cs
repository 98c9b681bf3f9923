using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>
/// Writes a response schema as a spec has it: what binds a value, none of the sentences and examples.
/// </summary>
internal sealed class ResponseDraft(YamlText yaml)
{
    private static readonly string[] Choices = ["oneOf", "anyOf", "allOf"];
    private static readonly string[] Plain = ["nullable", "minimum", "maximum"];
    private readonly HashSet<object> _within = [];

    public void Write(SourceNode schema)
    {
        // A schema that contains itself ends where it would begin again.
        if (!_within.Add(schema.Identity))
        {
            yaml.Map(() => yaml.Entry("type", schema["type"]?.Text ?? "object"), flow: true);
            return;
        }

        var isFlat = schema["properties"] is null && schema["items"] is null
            && !Choices.Any(one => schema[one] is not null);
        yaml.Map(() => Content(schema), flow: isFlat);
        _within.Remove(schema.Identity);
    }

    private void Content(SourceNode schema)
    {
        foreach (var choice in Choices.Where(one => schema[one] is not null))
        {
            yaml.Key(choice).List(() => schema[choice]!.Items.ToList().ForEach(Write));
        }

        if (schema["type"]?.Text is { } type)
        {
            yaml.Entry("type", type);
            Format(type, schema);
        }

        foreach (var plain in Plain.Where(one => schema[one]?.Text is not null))
        {
            yaml.Plain(plain, schema[plain]!.Text!);
        }

        if (schema["required"]?.Items.Select(item => item.Text).OfType<string>().ToList() is { Count: > 0 } required)
        {
            yaml.Key("required").List(() => required.ForEach(name => yaml.Text(name)), flow: true);
        }

        if (schema["properties"] is { } properties)
        {
            yaml.Key("properties").Map(() => properties.Entries.ToList().ForEach(one =>
            {
                yaml.Key(one.Name);
                Write(one.Value);
            }));
        }

        if (schema["items"] is { } items)
        {
            yaml.Key("items");
            Write(items);
        }
    }

    /// <summary>32 bits where the bounds fit them, and a decimal for every other number: money is no float.</summary>
    private void Format(string type, SourceNode schema)
    {
        if (type == "integer")
        {
            var fits = schema["maximum"]?.Number is <= int.MaxValue && schema["minimum"]?.Number is >= int.MinValue;
            yaml.Entry("format", fits ? "int32" : schema["format"]?.Text ?? "int64");
        }
        else if (type == "number")
        {
            yaml.Entry("format", "decimal");
        }
        else if (schema["format"]?.Text is { } format)
        {
            yaml.Entry("format", format);
        }
    }
}
