using System.Globalization;
using Fapi.Contract.Schemas;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Infrastructure;

namespace Fapi.Contract.Loading;

// Gathers every schema that messages are checked against into one set, each reference once, and has NJsonSchema read
// the set as a whole. Keywords that OpenAPI 3.0 does not know are left out, patterns are renamed (see OpenApiValidator).
internal sealed class SchemaLoader(SourceTree source)
{
    private static readonly HashSet<string> Copied =
    [
        "type", "format", "enum", "nullable", "readOnly", "writeOnly", "required", "uniqueItems", "multipleOf",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength",
        "minItems", "maxItems", "minProperties", "maxProperties",
    ];

    private readonly OpenApiValidator forRequests = new(isRequest: true);
    private readonly OpenApiValidator forResponses = new(isRequest: false);
    private readonly Dictionary<JObject, string> keys = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<JObject> pending = new();
    private readonly Dictionary<string, SchemaCheck> checks = [];

    public SchemaCheck Add(JToken schema)
    {
        var key = KeyOf(source.Resolve(schema));
        return checks.TryGetValue(key, out var known) ? known : checks[key] = new SchemaCheck(forRequests, forResponses);
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
            switch (name)
            {
                case "type" when source.Text(schema, name) is not ("string" or "integer" or "number" or "boolean" or "array" or "object"):
                    throw source.Error(value!, "OpenAPI 3.0 knows the types string, integer, number, boolean, array and object");
                case "exclusiveMinimum" or "exclusiveMaximum":
                    result[name] = source.Flag(schema, name);
                    break;
                case "properties":
                    result[name] = new JObject(source.Entries(schema, name).Select(p => new JProperty(p.Name, Child(p.Value))));
                    break;
                case "allOf" or "anyOf" or "oneOf":
                    result[name] = new JArray(source.Items(schema, name).Select(Child));
                    break;
                case "items" or "not":
                    result[name] = Child(value!);
                    break;
                case "additionalProperties":
                    result[name] = value is JObject map ? Child(map) : source.Flag(schema, name);
                    break;
                case "pattern":
                    result[OpenApiValidator.PatternKey] = Pattern(schema);
                    break;
                default:
                    if (Copied.Contains(name))
                    {
                        result[name] = value!.DeepClone();
                    }

                    break;
            }
        }

        return result;
    }

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
