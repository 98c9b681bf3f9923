using System.Globalization;
using Fapi.Contract.Schemas;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Infrastructure;

namespace Fapi.Contract.Loading;

// Gathers every schema that messages are checked against into one set, each reference once, and has NJsonSchema read
// the set as a whole. Keywords unknown to OpenAPI 3.0 are left out, patterns renamed (see OpenApiValidator).
internal sealed class SchemaLoader(SourceTree source)
{
    private readonly OpenApiValidator forRequests = new(isRequest: true);
    private readonly OpenApiValidator forResponses = new(isRequest: false);
    private readonly Dictionary<JObject, string> keys = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<JObject> pending = new();
    private readonly Dictionary<string, SchemaCheck> checks = [];

    public SchemaCheck Add(JToken schema)
    {
        var key = KeyOf(source.Resolve(schema));
        if (!checks.TryGetValue(key, out var check))
        {
            checks[key] = check = new SchemaCheck(forRequests, forResponses);
        }

        return check;
    }

    public void Bind()
    {
        var definitions = new JObject();
        while (pending.TryDequeue(out var schema))
        {
            definitions[keys[schema]] = Rewrite(schema);
        }

        SchemaCycles.Refuse(source, keys.Keys);
        var json = new JObject { ["definitions"] = definitions }.ToString(Newtonsoft.Json.Formatting.None);
        var set = JsonSchemaSerialization.FromJsonAsync<JsonSchema>(
            json,
            SchemaType.OpenApi3,
            null,
            root => new JsonReferenceResolver(new JsonSchemaAppender(root, new DefaultTypeNameGenerator())),
            JsonSchema.CreateJsonSerializerContractResolver(SchemaType.OpenApi3),
            CancellationToken.None).GetAwaiter().GetResult();
        foreach (var (key, check) in checks)
        {
            check.Bind(set.Definitions[key]);
        }
    }

    private string KeyOf(JObject schema)
    {
        if (!keys.TryGetValue(schema, out var key))
        {
            keys[schema] = key = string.Create(CultureInfo.InvariantCulture, $"s{keys.Count}");
            pending.Enqueue(schema);
        }

        return key;
    }

    private JObject Child(JToken schema) =>
        source.Map(schema).ContainsKey("$ref")
            ? new JObject { ["$ref"] = $"#/definitions/{KeyOf(source.Resolve(schema))}" }
            : Rewrite((JObject)schema);

    private JObject Rewrite(JObject schema)
    {
        var result = new JObject();
        foreach (var (name, value) in schema)
        {
            if (Keyword(schema, name, value!) is { } kept)
            {
                result[name == "pattern" ? OpenApiValidator.PatternKey : name] = kept;
            }
        }

        return result;
    }

    // Null for what says nothing about values.
    private JToken? Keyword(JObject schema, string name, JToken value) => name switch
    {
        "type" => Type(schema),
        "format" => source.Text(schema, name),
        "pattern" => Pattern(schema),
        "properties" => new JObject(source.Entries(schema, name).Select(p => new JProperty(p.Name, Child(p.Value)))),
        "allOf" or "anyOf" or "oneOf" => new JArray(source.Items(schema, name).Select(Child)),
        "items" or "not" => Child(value),
        "additionalProperties" => value is JObject ? Child(value) : source.Flag(schema, name),
        "enum" => new JArray(source.Items(schema, name).Select(v => v.DeepClone())),
        "required" => new JArray(source.Items(schema, name).Select(Name)),
        "nullable" or "readOnly" or "writeOnly" or "uniqueItems" or "exclusiveMinimum" or "exclusiveMaximum" =>
            source.Flag(schema, name),
        "minimum" or "maximum" or "multipleOf" => source.Number(schema, name) is null ? null : value.DeepClone(),
        "minLength" or "maxLength" or "minItems" or "maxItems" or "minProperties" or "maxProperties" =>
            source.Count(schema, name),
        _ => null,
    };

    private string Type(JObject schema) => source.RequiredText(schema, "type") is var type
        && type is "string" or "integer" or "number" or "boolean" or "array" or "object"
        ? type
        : throw source.Error(
            schema["type"]!,
            "OpenAPI 3.0 knows the types string, integer, number, boolean, array and object");

    private string Name(JToken token) => token is JValue { Type: JTokenType.String }
        ? (string)token!
        : throw source.Error(token, "the names of properties are texts");

    private string Pattern(JObject schema)
    {
        var pattern = source.RequiredText(schema, "pattern");
        try
        {
            OpenApiValidator.Compile(pattern);
            return pattern;
        }
        catch (ArgumentException e)
        {
            throw source.Error(schema["pattern"]!, $"not a regular expression: {e.Message}");
        }
    }
}
