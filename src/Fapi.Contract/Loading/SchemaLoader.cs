using System.Text.RegularExpressions;
using Fapi.Contract.Schemas;
using NJsonSchema;

namespace Fapi.Contract.Loading;

// Builds the schemas that values are checked against, each once, however many ways lead to it. Keywords unknown to
// OpenAPI 3.0 are left out.
internal sealed class SchemaLoader
{
    public static readonly IReadOnlyDictionary<string, JsonObjectType> Types = new[]
    {
        JsonObjectType.String, JsonObjectType.Integer, JsonObjectType.Number, JsonObjectType.Boolean,
        JsonObjectType.Array, JsonObjectType.Object,
    }.ToDictionary(type => type.ToString().ToLowerInvariant());

    private readonly OpenApiValidator _forRequests = new(isRequest: true);
    private readonly OpenApiValidator _forResponses = new(isRequest: false);
    private readonly Dictionary<object, JsonSchema> _schemas = new(ReferenceEqualityComparer.Instance);
    private readonly List<SourceNode> _all = [];

    public static ContractDocumentException NoType(SourceNode type) => type.Error(
        $"{Excerpt.Quote(type.Text ?? "")} is no type; OpenAPI 3.0 knows {string.Join(", ", Types.Keys)}");

    // What it checks against is there after Complete.
    public SchemaCheck Add(SourceNode schema) => new(Schema(schema), _forRequests, _forResponses);

    public void Complete()
    {
        // Reading a schema adds those below it.
        for (var i = 0; i < _all.Count; i++)
        {
            foreach (var (keyword, value) in _all[i].Entries)
            {
                Read(_schemas[_all[i].Identity], _all[i], keyword, value);
            }
        }

        SchemaCycles.Refuse(_all);
    }

    private JsonSchema Schema(SourceNode node)
    {
        if (!_schemas.TryGetValue(node.Map().Identity, out var schema))
        {
            _schemas[node.Identity] = schema = new JsonSchema();
            _all.Add(node);
        }

        return schema;
    }

    private void Read(JsonSchema schema, SourceNode node, string keyword, SourceNode value)
    {
        switch (keyword)
        {
            case "type": schema.Type = Type(node); break;
            case "format": schema.Format = node.TextOf(keyword); break;
            case "pattern": Extend(schema, OpenApiValidator.PatternKey, Pattern(node)); break;
            case OpenApiValidator.AlsoKey: Extend(schema, keyword, node.TextOf(keyword)); break;
            case "properties": Properties(schema, node); break;
            case "allOf": Add(schema.AllOf, node.ItemsOf(keyword).Select(Schema)); break;
            case "anyOf": Add(schema.AnyOf, node.ItemsOf(keyword).Select(Schema)); break;
            case "oneOf": Add(schema.OneOf, node.ItemsOf(keyword).Select(Schema)); break;
            case "items": schema.Item = Schema(value); break;
            case "not": schema.Not = Schema(value); break;
            case "additionalProperties" when value.IsMap: schema.AdditionalPropertiesSchema = Schema(value); break;
            case "additionalProperties": schema.AllowAdditionalProperties = node.FlagOf(keyword); break;
            case "enum": Add(schema.Enumeration, node.ItemsOf(keyword).Select(Plain)); break;
            case "required": Add(schema.RequiredProperties, node.ItemsOf(keyword).Select(Name)); break;
            case "nullable": schema.IsNullableRaw = node.FlagOf(keyword); break;
            case "uniqueItems": schema.UniqueItems = node.FlagOf(keyword); break;
            case "minimum": schema.Minimum = node.NumberOf(keyword); break;
            case "maximum": schema.Maximum = node.NumberOf(keyword); break;
            case "exclusiveMinimum": schema.IsExclusiveMinimum = node.FlagOf(keyword); break;
            case "exclusiveMaximum": schema.IsExclusiveMaximum = node.FlagOf(keyword); break;
            case "multipleOf": schema.MultipleOf = node.NumberOf(keyword); break;
            case "minLength": schema.MinLength = node.CountOf(keyword); break;
            case "maxLength": schema.MaxLength = node.CountOf(keyword); break;
            case "minItems": schema.MinItems = node.CountOf(keyword) ?? 0; break;
            case "maxItems": schema.MaxItems = node.CountOf(keyword) ?? 0; break;
            case "minProperties": schema.MinProperties = node.CountOf(keyword) ?? 0; break;
            case "maxProperties": schema.MaxProperties = node.CountOf(keyword) ?? 0; break;
        }
    }

    private void Properties(JsonSchema schema, SourceNode node)
    {
        foreach (var (name, value) in node.EntriesOf("properties"))
        {
            schema.Properties[name] = new JsonSchemaProperty
            {
                Reference = Schema(value),
                IsReadOnly = value.FlagOf("readOnly"),
                IsWriteOnly = value.FlagOf("writeOnly"),
            };
        }
    }

    private static void Add<T>(ICollection<T> list, IEnumerable<T> values)
    {
        foreach (var value in values)
        {
            list.Add(value);
        }
    }

    private static JsonObjectType Type(SourceNode node) =>
        Types.TryGetValue(node.RequiredTextOf("type"), out var type) ? type : throw NoType(node["type"]!);

    private static string Name(SourceNode node) =>
        node.Token is JValue { Value: string name } ? name : throw node.Error("the names of properties are texts");

    private static object? Plain(SourceNode node) => node.Token is JValue scalar ? scalar.Value : node.Token;

    private static void Extend(JsonSchema schema, string key, object? value) =>
        (schema.ExtensionData ??= new Dictionary<string, object?>())[key] = value;

    private static Regex Pattern(SourceNode node)
    {
        try
        {
            return OpenApiValidator.Compile(node.RequiredTextOf("pattern"));
        }
        catch (ArgumentException e)
        {
            throw node["pattern"]!.Error($"not a regular expression: {e.Message}");
        }
    }
}
