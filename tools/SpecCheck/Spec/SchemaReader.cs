using System.Globalization;
using Fapi.SpecCheck.Commands;
using NJsonSchema;

namespace Fapi.SpecCheck.Spec;

/// <summary>
/// Builds the schemas that answers are checked against. NSwag would read them out of the whole document, by
/// reflection, which takes longer than everything else that a check of one page does.
/// </summary>
internal sealed class SchemaReader(string file)
{
    private readonly Dictionary<object, JsonSchema> _read = [];

    public AnswerValidator Validator { get; } = new(file);

    /// <exception cref="WrongInputException">The value of a keyword is none that it can have.</exception>
    public JsonSchema Read(SpecNode node)
    {
        if (_read.TryGetValue(node.Identity, out var known))
            return known;
        var schema = _read[node.Identity] = new JsonSchema();
        foreach (var (name, value) in node.Entries)
            Keyword(schema, name, value);
        return schema;
    }

    private void Keyword(JsonSchema schema, string name, SpecNode value)
    {
        switch (name)
        {
            case "type": schema.Type = value.Text is null ? Types(value.Items) : Types([value]); break;
            case "nullable": schema.IsNullableRaw = value.IsTrue; break;
            case "format": schema.Format = value.Text; break;
            case "pattern": Pattern(schema, value); break;
            case "enum": Fill(schema.Enumeration, value.Items.Select(item => item.Text)); break;
            case "required": Fill(schema.RequiredProperties, value.Items.Select(item => item.Text ?? "")); break;
            case "minimum": schema.Minimum = Number(name, value); break;
            case "maximum": schema.Maximum = Number(name, value); break;
            case "exclusiveMinimum" when value.Text is "true" or "false": schema.IsExclusiveMinimum = value.IsTrue; break;
            case "exclusiveMaximum" when value.Text is "true" or "false": schema.IsExclusiveMaximum = value.IsTrue; break;
            case "exclusiveMinimum": schema.ExclusiveMinimum = Number(name, value); break;
            case "exclusiveMaximum": schema.ExclusiveMaximum = Number(name, value); break;
            case "multipleOf": schema.MultipleOf = Number(name, value); break;
            case "minLength": schema.MinLength = Count(name, value); break;
            case "maxLength": schema.MaxLength = Count(name, value); break;
            case "minItems": schema.MinItems = Count(name, value); break;
            case "maxItems": schema.MaxItems = Count(name, value); break;
            case "minProperties": schema.MinProperties = Count(name, value); break;
            case "maxProperties": schema.MaxProperties = Count(name, value); break;
            case "uniqueItems": schema.UniqueItems = value.IsTrue; break;
            default: Child(schema, name, value); break;
        }
    }

    private void Child(JsonSchema schema, string name, SpecNode value)
    {
        switch (name)
        {
            case "allOf": Fill(schema.AllOf, value.Items.Select(Read)); break;
            case "anyOf": Fill(schema.AnyOf, value.Items.Select(Read)); break;
            case "oneOf": Fill(schema.OneOf, value.Items.Select(Read)); break;
            case "not": schema.Not = Read(value); break;
            case "items": schema.Item = Read(value); break;
            case "additionalProperties" when value.Text is { } allowed: schema.AllowAdditionalProperties = allowed == "true"; break;
            case "additionalProperties": schema.AdditionalPropertiesSchema = Read(value); break;
            case "properties":
                foreach (var (property, its) in value.Entries)
                    schema.Properties[property] = new JsonSchemaProperty { Reference = Read(its) };
                break;
        }
    }

    private static void Fill<T>(ICollection<T> list, IEnumerable<T> values)
    {
        foreach (var value in values)
            list.Add(value);
    }

    private JsonObjectType Types(IEnumerable<SpecNode> names) => names.Aggregate(JsonObjectType.None, (types, name) => types | name.Text switch
    {
        "string" => JsonObjectType.String,
        "integer" => JsonObjectType.Integer,
        "number" => JsonObjectType.Number,
        "boolean" => JsonObjectType.Boolean,
        "array" => JsonObjectType.Array,
        "object" => JsonObjectType.Object,
        "null" => JsonObjectType.Null,
        _ => throw Wrong("type", name, "a type such as string, integer, number, boolean, array or object"),
    });

    private void Pattern(JsonSchema schema, SpecNode value)
    {
        try
        {
            Validator.Add(schema, value.Text ?? "");
        }
        catch (ArgumentException)
        {
            throw Wrong("pattern", value, "a regular expression");
        }
    }

    private decimal Number(string name, SpecNode value) =>
        decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(name, value, "a number");

    private int Count(string name, SpecNode value) =>
        int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw Wrong(name, value, "a whole number");

    private WrongInputException Wrong(string name, SpecNode value, string wanted) =>
        new($"{file} line {value.Line}: `{name}: {value.Text}` is not allowed; write {wanted}.");
}
