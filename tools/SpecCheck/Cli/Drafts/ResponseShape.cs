using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Common shape of several examples: the types that occur, and the fields.</summary>
internal sealed class ResponseShape
{
    /// <summary>
    /// Numbers below it are taken for counts and factors; larger ones may well outgrow 32 bits one day.
    /// </summary>
    private const int SmallEnough = 10_000;

    private readonly HashSet<string> _types = [];
    private readonly OrderedDictionary<string, ResponseShape> _fields = [];
    private int _objects;
    private int _seen;
    private ResponseShape? _items;
    private bool _large;

    public static ResponseShape From(IEnumerable<JsonNode?> examples)
    {
        var shape = new ResponseShape();
        foreach (var example in examples)
        {
            shape.Add("", example);
        }

        return shape;
    }

    public void Write(YamlText yaml)
    {
        var kinds = _types.Where(type => type != "null").Order(StringComparer.Ordinal).ToList();
        if (kinds.Remove("integer") && !kinds.Contains("number"))
        {
            kinds.Add("integer");
        }

        if (kinds.Count > 1)
        {
            yaml.Map(() => yaml.Key("oneOf").List(() => kinds.ForEach(kind => WriteOne(yaml, kind))));
        }
        else
        {
            WriteOne(yaml, kinds.SingleOrDefault());
        }
    }

    private void WriteOne(YamlText yaml, string? kind) => yaml.Map(
        () =>
        {
            // An example that shows nothing but null leaves the type open.
            yaml.Entry("type", kind ?? "string");
            if (kind == "integer")
            {
                yaml.Entry("format", _large ? "int64" : "int32");
            }

            if (_types.Contains("null"))
            {
                yaml.Plain("nullable", "true");
            }

            if (kind == "object" && _fields.Count > 0)
            {
                WriteFields(yaml);
            }

            if (kind == "array")
            {
                WriteItems(yaml);
            }
        },
        flow: kind is not ("object" or "array"));

    private void WriteFields(YamlText yaml)
    {
        var required = _fields.Where(field => field.Value._seen == _objects).Select(field => field.Key).ToList();
        if (required.Count > 0)
        {
            yaml.Key("required").List(() => required.ForEach(name => yaml.Text(name)), flow: true);
        }

        yaml.Key("properties").Map(() =>
        {
            foreach (var (name, field) in _fields)
            {
                yaml.Key(name);
                field.Write(yaml);
            }
        });
    }

    private void WriteItems(YamlText yaml)
    {
        yaml.Key("items");
        if (_items is null)
        {
            yaml.Map(() => { }, flow: true);
        }
        else
        {
            _items.Write(yaml);
        }
    }

    private void Add(string name, JsonNode? example)
    {
        _seen++;
        _types.Add(TypeOf(example));
        if (example is JsonObject fields)
        {
            _objects++;
            foreach (var (key, value) in fields)
            {
                Field(key).Add(key, value);
            }
        }
        else if (example is JsonArray items)
        {
            foreach (var item in items)
            {
                (_items ??= new ResponseShape()).Add(name, item);
            }
        }
        else if (example is not null)
        {
            _large |= !int.TryParse(example.ToJsonString(), out var value) || Math.Abs((long)value) >= SmallEnough
                || IsLargeByName(name);
        }
    }

    private ResponseShape Field(string name) =>
        _fields.TryGetValue(name, out var field) ? field : _fields[name] = new ResponseShape();

    /// <summary>Times in milliseconds and ids outgrow 32 bits even where an example is small.</summary>
    private static bool IsLargeByName(string name) =>
        name.EndsWith("time", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("timestamp", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Id", StringComparison.Ordinal);

    private static string TypeOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => long.TryParse(node.ToJsonString(), out _) ? "integer" : "number",
    };
}
