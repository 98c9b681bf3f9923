using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fapi.SpecCheck.Rules;

/// <param name="Name">Path of the field, as <see cref="Pages.ResponseFieldFact.Name"/> writes it.</param>
internal sealed record ExampleValue(string Name, JsonNode? Value)
{
    public long? Integer =>
        Value?.GetValueKind() == JsonValueKind.Number && long.TryParse(Value.ToJsonString(), out var number) ? number : null;
}

internal static class ExampleValues
{
    /// <summary>Every value in an example with the path of its field.</summary>
    public static IEnumerable<ExampleValue> Of(JsonNode? node, string name = "") => node switch
    {
        JsonObject fields => fields.SelectMany(field =>
            Of(field.Value, name.Length == 0 ? field.Key : $"{name}.{field.Key}")).Prepend(new ExampleValue(name, node)),
        JsonArray items => items.SelectMany(item => Of(item, $"{name}[]")).Prepend(new ExampleValue(name, node)),
        _ => [new ExampleValue(name, node)],
    };
}
