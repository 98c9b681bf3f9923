using System.Text.Json;

namespace Fapi.SpecCheck.Rules;

/// <param name="Name">Path of the field, as <see cref="Pages.ResponseFieldFact.Name"/> writes it.</param>
internal sealed record ExampleValue(string Name, JsonElement Value)
{
    public long? Integer => Value.ValueKind == JsonValueKind.Number && Value.TryGetInt64(out var number) ? number : null;
}

internal static class ExampleValues
{
    /// <summary>Every value in an example with the path of its field.</summary>
    public static IEnumerable<ExampleValue> Of(JsonElement value, string name = "") => (value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field =>
            Of(field.Value, name.Length == 0 ? field.Name : $"{name}.{field.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Of(item, $"{name}[]")),
        _ => [],
    }).Prepend(new ExampleValue(name, value));
}
