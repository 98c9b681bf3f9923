using Fapi.Contract.Plans;
using Newtonsoft.Json.Linq;

namespace Fapi.Contract.Loading;

internal sealed class ParameterLoader(
    SourceTree source,
    SchemaLoader schemas,
    IEnumerable<ContractSecurityScheme> schemes)
{
    // OpenAPI has other places for these three and wants them ignored as parameters.
    private static readonly string[] NotParameters = ["Accept", "Content-Type", "Authorization"];
    private readonly ShapeReader shapes = new(source);

    // Those of the path, unless the operation has one of the same name and place, then those of the operation.
    public ParameterPlan[] Load(JObject item, JObject operation)
    {
        var own = source.Items(operation, "parameters").Select(source.Resolve).ToArray();
        var shared = source.Items(item, "parameters").Select(source.Resolve).Where(p => !own.Any(o => Key(o) == Key(p)));
        JObject[] all = [.. shared, .. own];
        if (all.GroupBy(Key).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw source.Error(
                twice.Last(),
                $"the {twice.Key.In} parameter {Excerpt.Quoted(twice.Key.Name)} is described twice");
        }

        return [.. all.Where(p => !IsIgnored(Key(p))).Select(p => Described(Key(p).Name, Key(p).In, p))];
    }

    public ParameterPlan LoadHeader(string name, JObject header) => Described(name, "header", header);

    // The properties of a form's schema as parameters (https://spec.openapis.org/oas/v3.0.3#encoding-object).
    public ParameterPlan[] LoadFields(JObject media)
    {
        var encodings = source.Entries(media, "encoding").ToDictionary(p => p.Name, p => source.Map(p.Value));
        var (properties, required) = shapes.Fields(media["schema"]!);
        return
        [
            .. properties.Select(p => Plan(
                p.Key,
                "form",
                encodings.GetValueOrDefault(p.Key, []),
                p.Value,
                source.Resolve(p.Value),
                required.Contains(p.Key))),
        ];
    }

    private ParameterPlan Described(string name, string place, JObject parameter)
    {
        var schema = parameter["schema"]
            ?? source.Entries(parameter, "content").Select(p => source.Map(p.Value)["schema"]).FirstOrDefault()
            ?? throw source.Error(parameter, $"the {place} parameter {Excerpt.Quoted(name)} has no schema");
        return Plan(name, place, parameter, schema, parameter, source.Flag(parameter, "required"));
    }

    // How it is written stands in `layout`, what it means in `text`: for a form field these are two objects.
    private ParameterPlan Plan(
        string name,
        string place,
        JObject layout,
        JToken schemaToken,
        JObject text,
        bool required)
    {
        var style = source.Text(layout, "style") ?? (place is "path" or "header" ? "simple" : "form");
        var schema = source.Resolve(schemaToken);
        var isSignature = source.Flag(text, "x-signature");
        return new ParameterPlan
        {
            Schema = schemas.Add(schemaToken),
            Shape = shapes.Of(schemaToken),
            Style = style,
            Explode = source.Flag(layout, "explode", style == "form"),
            AllowEmptyValue = source.Flag(layout, "allowEmptyValue"),
            IsJson = layout.ContainsKey("content"),
            Parameter = new ContractParameter
            {
                Name = name,
                In = place,
                Required = required,
                Description = source.Text(text, "description"),
                Type = source.Text(schema, "type"),
                Format = source.Text(schema, "format"),
                Minimum = source.Number(schema, "minimum"),
                Maximum = source.Number(schema, "maximum"),
                MinLength = source.Count(schema, "minLength"),
                MaxLength = source.Count(schema, "maxLength"),
                Pattern = source.Text(schema, "pattern"),
                Default = SourceTree.Element(schema["default"]),
                Example = SourceTree.Element(source.Example(text, schemaToken)),
                Enum = [.. source.Items(schema, "enum").Select(e => SourceTree.Element(e)!.Value)],
                Extensions = SourceTree.Extensions(text),
                IsSignature = isSignature,
                IsSecret = isSignature
                    || source.Text(schema, "format") == "password"
                    || schemes.Any(s => Carries(s, place, name)),
            },
        };
    }

    private static bool Carries(ContractSecurityScheme scheme, string place, string name) =>
        scheme.In == place
        && scheme.Name.Equals(name, place == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static bool IsIgnored((string Name, string In) key) =>
        key.In == "header" && NotParameters.Contains(key.Name, StringComparer.OrdinalIgnoreCase);

    private (string Name, string In) Key(JObject parameter) =>
        source.RequiredText(parameter, "in") is "query" or "header" or "path" or "cookie"
            ? (source.RequiredText(parameter, "name"), source.RequiredText(parameter, "in"))
            : throw source.Error(parameter["in"]!, "a parameter is in query, header, path or cookie");
}
