using Fapi.Contract.Loading;

namespace Fapi.Contract.Linting;

/// <summary>Makes a spec into one that the generator reads well: fields of a form become parameters, marked as
/// <c>x-form</c>, and types that would have no name of their own get one.</summary>
internal static class GeneratorInput
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Changes the tree of the spec. What is new in it stands where it came from.</summary>
    public static void Prepare(SourceNode root)
    {
        foreach (var (_, schema) in root["components"]?["schemas"]?.Entries ?? [])
        {
            NameTypes(schema.Token, schema.Key!, isNamed: true);
        }

        foreach (var operation in from path in root.EntriesOf("paths")
                                  from method in path.Value.Entries
                                  where OperationLoader.Methods.Contains(method.Name)
                                  select method.Value)
        {
            MoveForm(operation);
            var name = CSharpName.Operation(operation["operationId"]?.Text ?? "");
            foreach (var parameter in operation.ItemsOf("parameters"))
            {
                NameTypes(parameter.Token["schema"], CSharpName.Type(parameter["name"]?.Text ?? ""), isNamed: true);
            }

            foreach (var (_, media) in operation.EntriesOf("responses").SelectMany(r => r.Value.EntriesOf("content")))
            {
                NameTypes(media.Token["schema"], $"{name}Response", isNamed: false);
            }
        }
    }

    private static void MoveForm(SourceNode operation)
    {
        if (operation["requestBody"]?["content"]?[Form] is not { } media
            || media["schema"] is not { } schema
            || ShapeReader.Fields(schema) is not { Properties.Count: > 0 } fields)
        {
            return;
        }

        var map = (JObject)operation.Token;
        var parameters = operation["parameters"]?.Token as JArray ?? [];
        foreach (var (name, field) in fields.Properties)
        {
            var place = new Place(field.Line, field.Column);
            var parameter = place.Mark(new JObject
            {
                ["name"] = name,
                ["in"] = "query",
                ["required"] = fields.Required.Contains(name),
                ["description"] = field["description"]?.Token,
                ["x-form"] = true,
            });
            parameter.Add(place.Mark(new JProperty(
                "schema", field.IsComponent ? new JObject { ["$ref"] = $"#{field.Pointer}" } : field.Token)));
            parameter.Merge(media["encoding"]?[name]?.Token ?? new JObject());
            parameters.Add(parameter);
        }

        map["parameters"] = parameters;
        map["x-form"] = true;
        map.Remove("requestBody");
    }

    // The generator names a type after its component or property, or the property whose items it is; else "Anonymous".
    private static void NameTypes(JToken? token, string name, bool isNamed, bool isProperty = false)
    {
        if (token is not JObject schema || schema["$ref"] is not null)
        {
            return;
        }

        if (!isNamed && (schema["properties"] ?? schema["enum"]) is not null && schema["title"] is null)
        {
            schema["title"] = name;
        }

        foreach (var property in (schema["properties"] as JObject)?.Properties() ?? [])
        {
            NameTypes(property.Value, CSharpName.Type(property.Name), isNamed: true, isProperty: true);
        }

        var item = name.EndsWith("Response", StringComparison.Ordinal) ? name[..^8] : name;
        NameTypes(schema["items"], $"{item}Item", isNamed: isProperty);
        NameTypes(schema["additionalProperties"], $"{item}Value", isNamed: false);
    }
}
