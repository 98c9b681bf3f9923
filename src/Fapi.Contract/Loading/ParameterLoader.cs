using System.Text.Json;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Loading;

internal sealed class ParameterLoader(SchemaLoader schemas, IEnumerable<ContractSecurityScheme> schemes)
{
    // OpenAPI has other places for these three and wants them ignored as parameters.
    private static readonly string[] NotParameters = ["Accept", "Content-Type", "Authorization"];

    // Those of the path, unless the operation has one of the same name and place, then those of the operation.
    public static SourceNode[] Nodes(SourceNode item, SourceNode operation)
    {
        var own = operation.ItemsOf("parameters").Select(p => p.Map()).ToArray();
        var shared = item.ItemsOf("parameters").Select(p => p.Map()).Where(p => !own.Any(o => Key(o) == Key(p)));
        return [.. shared, .. own];
    }

    public ParameterPlan[] Load(SourceNode item, SourceNode operation)
    {
        var all = Nodes(item, operation);
        if (all.GroupBy(Key).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw twice.Last().Error(
                $"the {twice.Key.In} parameter {Excerpt.Quote(twice.Key.Name)} is described twice");
        }

        return [.. all.Where(p => !IsIgnored(Key(p))).Select(p => Described(Key(p).Name, Key(p).In, p))];
    }

    public ParameterPlan LoadHeader(string name, SourceNode header) => Described(name, "header", header);

    // The properties of a form's schema as parameters (https://spec.openapis.org/oas/v3.0.3#encoding-object).
    public ParameterPlan[] LoadFields(SourceNode media)
    {
        var (fields, required) = ShapeReader.Fields(media["schema"]!);
        return
        [
            .. from field in fields
               let layout = media["encoding"]?[field.Key]?.Map()
               select Plan(field.Key, "form", layout, field.Value, field.Value.Map(), required.Contains(field.Key)),
        ];
    }

    // The example of a media type, parameter or header, or else that of its schema, or one item for an array.
    public static JsonElement? Example(SourceNode holder, SourceNode? schema)
    {
        var example = holder["example"]
            ?? holder.EntriesOf("examples").Select(e => e.Value["value"]).FirstOrDefault()
            ?? schema?["example"];
        return example is null && schema?["items"]?["example"] is { } item
            ? JsonSerializer.SerializeToElement(new[] { item.ToElement() })
            : example?.ToElement();
    }

    private ParameterPlan Described(string name, string place, SourceNode parameter)
    {
        var schema = parameter["schema"]
            ?? parameter.EntriesOf("content").Select(e => e.Value["schema"]).FirstOrDefault()
            ?? throw parameter.Error($"the {place} parameter {Excerpt.Quote(name)} has no schema");
        return Plan(name, place, parameter, schema.Map(), parameter, parameter.FlagOf("required"));
    }

    // How it is written stands in `layout`, what it means in `text`: for a form field these are two objects.
    private ParameterPlan Plan(
        string name, string place, SourceNode? layout, SourceNode schema, SourceNode text, bool required)
    {
        var style = layout?.TextOf("style") ?? (place is "path" or "header" ? "simple" : "form");
        var isSignature = text.FlagOf("x-signature");
        var parameter = new ContractParameter
        {
            Name = name,
            In = place,
            Required = required,
            Description = text.TextOf("description"),
            Type = schema.TextOf("type"),
            Format = schema.TextOf("format"),
            Minimum = schema.NumberOf("minimum"),
            Maximum = schema.NumberOf("maximum"),
            MinLength = schema.CountOf("minLength"),
            MaxLength = schema.CountOf("maxLength"),
            Pattern = schema.TextOf("pattern"),
            Default = schema["default"]?.ToElement(),
            Example = Example(text, schema),
            Enum = [.. schema.ItemsOf("enum").Select(e => e.ToElement())],
            Extensions = text.ExtensionElements(),
            IsSignature = isSignature,
            IsSecret = isSignature
                || schema.TextOf("format") == "password"
                || schemes.Any(s => Carries(s, place, name)),
        };
        return new ParameterPlan(
            parameter,
            schemas.Add(schema),
            ShapeReader.Read(schema),
            style,
            Explode: layout?.FlagOf("explode", style == "form") ?? style == "form",
            AllowEmptyValue: layout?.FlagOf("allowEmptyValue") is true,
            IsJson: layout?["content"] is not null);
    }

    private static bool Carries(ContractSecurityScheme scheme, string place, string name) =>
        scheme.In == place
        && scheme.Name.Equals(name, place == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static bool IsIgnored((string Name, string In) key) =>
        key.In == "header" && NotParameters.Contains(key.Name, StringComparer.OrdinalIgnoreCase);

    private static (string Name, string In) Key(SourceNode parameter) =>
        parameter.RequiredTextOf("in") is "query" or "header" or "path" or "cookie"
            ? (parameter.RequiredTextOf("name"), parameter.RequiredTextOf("in"))
            : throw parameter["in"]!.Error("a parameter is in query, header, path or cookie");
}
